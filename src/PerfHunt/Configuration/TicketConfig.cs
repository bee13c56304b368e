namespace PerfHunt.Configuration;

/// <summary>Where the tickets go: one for each hotspot.</summary>
public sealed record TicketConfig
{
    /// <summary>Through <c>tk</c> where it is on PATH, else the files that it would write.</summary>
    public const string AutoStore = "auto";

    /// <summary>Through <c>tk</c>, which must be there.</summary>
    public const string TkStore = "tk";

    /// <summary>The same files, written by us.</summary>
    public const string FilesStore = "files";

    /// <summary>The store: <see cref="AutoStore"/>, <see cref="TkStore"/> or <see cref="FilesStore"/>.</summary>
    public string Store { get; init; } = AutoStore;

    /// <summary>
    /// The folder of the tickets below the repository's root; null for the nearest <c>.tickets</c> of the root and the folders above it,
    /// else a new one in the root. The variable <c>TICKETS_DIR</c> comes before it.
    /// </summary>
    public string? Folder { get; init; }
}
