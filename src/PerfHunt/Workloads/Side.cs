namespace PerfHunt.Workloads;

/// <summary>Which of the two sets of run folders is used; they have paths of equal length.</summary>
public enum Side
{
    /// <summary>Solo runs, and the one of a duet that starts first.</summary>
    First,

    /// <summary>The other one of a duet.</summary>
    Second,
}
