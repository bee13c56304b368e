using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>The folder that holds everything a hunt makes, outside the hunted repository, and the places in it.</summary>
/// <param name="Root">Absolute path.</param>
public sealed record Workspace(string Root)
{
    /// <summary>Recordings of the last profile round.</summary>
    public string Profiles => Path.Combine(Root, "profiles");

    /// <summary>Recordings of candidates.</summary>
    public string CandidateProfiles => Path.Combine(Root, "candidate-profiles");

    /// <summary>Recordings of the first profile round, of the program as the hunt found it.</summary>
    public string StartProfiles => Path.Combine(Root, "start-profiles");

    /// <summary>What was read of debug information, by build id.</summary>
    public string SourceIndexes => Path.Combine(Root, "source-indexes");

    /// <summary>Pages and files that were made from recordings.</summary>
    public string Reports => Path.Combine(Root, "reports");

    /// <summary>Where two revisions are compared, apart from the hunt.</summary>
    public string Comparison => Path.Combine(Root, "compare");

    /// <summary>Where a checkup takes place, apart from the hunt.</summary>
    public string Checkup => Path.Combine(Root, "doctor");

    /// <summary>Folders in which workloads run.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Where our own checkouts lie.</summary>
    public WorkspaceLayout Layout => new(Root);

    /// <summary>The last machine-readable result.</summary>
    public string ResultFile => Path.Combine(Root, "result.json");

    /// <summary>The lock that one hunt at a time holds on the workspace.</summary>
    public string LockFile => Path.Combine(Root, "lock");

    /// <summary>The last summary for people.</summary>
    public string SummaryFile => Path.Combine(Root, "summary.md");

    /// <summary>Everything that a hunt makes here. The folder may hold other things too, which are none of ours.</summary>
    public ImmutableArray<string> Made =>
    [
        Layout.Index("a"), Layout.Index("b"), Layout.MountMarker, Layout.Mount, Layout.Slot("a"), Layout.Slot("b"), Layout.Store,
        Layout.Clones, Layout.Scratch, Suites, HoldOutSuites, Comparison, Checkup, Profiles, CandidateProfiles, StartProfiles, Reports, SourceIndexes, Runs,
        Investigations, ResultFile, SummaryFile,
        .. Directory.Exists(Root) ? Directory.EnumerateFileSystemEntries(Root, GitPrints) : [],
    ];

    /// <summary>What a measurement rests on, apart from the store; whatever is missing is made again when it is needed.</summary>
    public ImmutableArray<string> Rebuilt =>
    [
        Layout.Index("a"), Layout.Index("b"), Layout.Slot("a"), Layout.Slot("b"), Layout.Mount, Layout.MountMarker, Suites, HoldOutSuites,
        .. Directory.Exists(Root) ? Directory.EnumerateFileSystemEntries(Root, GitPrints) : [],
    ];

    /// <summary>Makes sure that nothing of somebody else's is in the way: a hunt clears folders of its own names.</summary>
    /// <param name="repository">The hunted repository's root, absolute.</param>
    /// <exception cref="HuntException">The folder lies in the repository, or holds what no hunt has made.</exception>
    public void RequireOurs(string repository)
    {
        if ($"{Root}/".StartsWith($"{repository.TrimEnd('/')}/", StringComparison.Ordinal))
        {
            throw new HuntException(ExitCode.Usage, "The workspace lies in the hunted repository", "Name a folder outside of it by --workspace=DIR.", Root);
        }

        // The store is made first of all; git calls leave their output in the scratch folder even before, and so may a checkup or a comparison.
        if (!Directory.Exists(Layout.Store) && Made.Except([Layout.Scratch, Comparison, Checkup]).FirstOrDefault(Path.Exists) is { } foreign)
        {
            throw new HuntException(
                ExitCode.Usage,
                $"The workspace holds '{Path.GetFileName(foreign)}', which no hunt has made there",
                "Name a new or empty folder by --workspace=DIR.",
                Root);
        }
    }

    // Marks of the slots' small git folders, and what a kill may leave of one that was being made.
    private const string GitPrints = "git-?.*";

    private string Suites => Path.Combine(Root, "suite");

    private string HoldOutSuites => Path.Combine(Root, "holdout");

    private string Investigations => Path.Combine(Root, "investigations");

    /// <summary>The workloads of a generation of the suite.</summary>
    public string Suite(int generation) => Path.Combine(Suites, generation.ToString(CultureInfo.InvariantCulture));

    /// <summary>The workloads with unseen seeds of a generation of the suite.</summary>
    public string HoldOuts(int generation) => Path.Combine(HoldOutSuites, generation.ToString(CultureInfo.InvariantCulture));

    /// <summary>Dossier, patch and logs of one attempt.</summary>
    public string Attempt(int iteration, int attempt) =>
        Path.Combine(Investigations, string.Create(CultureInfo.InvariantCulture, $"{iteration:000}-{attempt}"));
}
