namespace PerfHunt.Verification.Statistics;

/// <summary>What the measurements say about a change.</summary>
public enum VerdictKind
{
    /// <summary>Neither shown nor excluded that the change matters.</summary>
    Inconclusive,

    /// <summary>Significantly faster, and by enough to be relevant.</summary>
    Improved,

    /// <summary>Significantly slower, the suite or one workload, and by enough to be relevant.</summary>
    Regressed,

    /// <summary>A relevant change in either direction is excluded.</summary>
    Equivalent,
}
