using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>What there is to tell about a hunt.</summary>
/// <param name="Repository">The hunted repository.</param>
/// <param name="Branch">The branch with the commits.</param>
/// <param name="State">The state to tell of.</param>
public sealed record HuntReport(string Repository, string Branch, HuntState State)
{
    /// <summary>Version of the result's form; raised when a field changes its meaning or goes away.</summary>
    public const int SchemaVersion = 1;

    /// <summary>True when nothing more will be investigated and the end was measured.</summary>
    public bool IsFinished => State.Phase == Phase.Finished;

    /// <summary>Our additions to the state.</summary>
    public HuntRecord Hunt => State.Hunt ?? new HuntRecord();

    /// <summary>Where the time went.</summary>
    public TimelineReport Timeline => TimelineReport.Of(Hunt.Timeline);

    /// <summary>Commits of the hunt.</summary>
    public int CommitCount => State.Investigated.SelectMany(entry => entry.Attempts).Count(attempt => attempt.Commit is not null);
}
