namespace PerfHunt.SourceControl;

/// <summary>
/// Where a hunt's own checkouts lie. The folder is ours alone: whatever is in it can be made again from the user's repository,
/// so deleting it while no hunt runs loses nothing but time.
/// </summary>
public sealed record WorkspaceLayout
{
    /// <summary>Describes a workspace; nothing is created.</summary>
    /// <param name="root">The workspace folder; made absolute.</param>
    public WorkspaceLayout(string root) => Root = Path.GetFullPath(root);

    /// <summary>The workspace folder, absolute.</summary>
    public string Root { get; }

    /// <summary>The hunt's own bare store.</summary>
    public string Store => Path.Combine(Root, "hunt.git");

    /// <summary>The one path at which slots are built.</summary>
    public string Mount => Path.Combine(Root, "tree");

    /// <summary>Says, while a slot is mounted, which one.</summary>
    public string MountMarker => Path.Combine(Root, "tree.slot");

    /// <summary>The investigators' disposable clones.</summary>
    public string Clones => Path.Combine(Root, "clones");

    /// <summary>Temporary index files, git's captured output, the settings file.</summary>
    public string Scratch => Path.Combine(Root, "scratch");

    /// <summary>A slot's folder while it is not mounted; slots are called <c>a</c> and <c>b</c>, so that their paths are of equal length.</summary>
    public string Slot(string slot) => Path.Combine(Root, slot);

    /// <summary>A slot's index, outside the slot so that nothing that runs there can change it.</summary>
    public string Index(string slot) => Path.Combine(Root, $"index-{slot}");
}
