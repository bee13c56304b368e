using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>One call of git: what to run and where. Everything that git would otherwise guess is said.</summary>
/// <param name="Arguments">The subcommand and its arguments.</param>
public sealed record GitCall(ImmutableArray<string> Arguments)
{
    /// <summary>The git folder; null only to find out which one a folder belongs to, and for calls that need none.</summary>
    public string? GitFolder { get; init; }

    /// <summary>The work tree, also the folder in which git starts; null for a bare call.</summary>
    public string? WorkTree { get; init; }

    /// <summary>The index file; null for the git folder's own.</summary>
    public string? IndexFile { get; init; }

    /// <summary>The folder in which git starts when there is no work tree; null for the git folder.</summary>
    public string? StartFolder { get; init; }

    /// <summary>Text for standard input; null for none.</summary>
    public string? Input { get; init; }

    /// <summary>Settings for this call, over the common ones.</summary>
    public ImmutableArray<GitSetting> Settings { get; init; } = [];

    /// <summary>Variables for this call, for example the author.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
