namespace Cake.Frosting.Internal;

/// <summary>A switch of the host itself.</summary>
/// <param name="Names">Its names without dashes, the canonical one first; names of one letter take one dash.</param>
/// <param name="Value">What the value is called in help texts, or null for a flag.</param>
/// <param name="Help">What it does.</param>
/// <param name="Command">The command it stands for, or null.</param>
internal sealed record HostSwitch(string[] Names, string? Value, string Help, HostCommand? Command = null)
{
    /// <summary>All switches, in the order of the help text.</summary>
    public static IReadOnlyList<HostSwitch> All { get; } =
    [
        new(["target", "t"], "TARGET", "The target to run; may be given more than once"),
        new(["verbosity", "v"], "VERBOSITY", "How much is told: quiet, minimal, normal, verbose or diagnostic"),
        new(["working", "w"], "FOLDER", "The folder to run in"),
        new(["exclusive", "e"], null, "Run the target without its dependencies"),
        new(["description", "descriptions", "showdescription"], null, "Describe the targets", HostCommand.Description),
        new(["tree", "showtree"], null, "Show the targets with what they depend on", HostCommand.Tree),
        new(["dryrun", "noop", "whatif"], null, "Say what would run, run nothing", HostCommand.DryRun),
        new(["version"], null, "Show the version of Cake", HostCommand.Version),
        new(["info"], null, "Show what Cake this is", HostCommand.Info),
        new(["help", "h"], null, "Show this help", HostCommand.Help),
    ];

    /// <summary>The name by which tasks read it.</summary>
    public string Name => Names[0];

    /// <summary>The switch of a name, or null.</summary>
    public static HostSwitch? Find(string name) =>
        All.FirstOrDefault(one => one.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
