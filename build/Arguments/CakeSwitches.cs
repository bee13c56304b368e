namespace PerfHunt.Build.Arguments;

/// <summary>The switches that Frosting reads itself; we only have to know them apart from mistakes.</summary>
public static class CakeSwitches
{
    /// <summary>Switches that take a value.</summary>
    public static IReadOnlyList<string> WithValue { get; } = ["target", "t", "verbosity", "v", "working", "w"];

    /// <summary>The names of the switch that only names the tasks.</summary>
    public static IReadOnlyList<string> DryRun { get; } = ["dryrun", "noop", "whatif"];

    /// <summary>Switches without a value.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "exclusive", "e", "description", "descriptions", "showdescription", "tree", "showtree", .. DryRun, "version", "info", "help", "h",
    ];

    /// <summary>What <c>--verbosity</c> takes.</summary>
    public static IReadOnlyList<string> Verbosities { get; } = ["quiet", "minimal", "normal", "verbose", "diagnostic"];

    /// <summary>The one-letter forms of the verbosities.</summary>
    public static IReadOnlyList<string> ShortVerbosities { get; } = ["q", "m", "n", "v", "d"];
}
