namespace PerfHunt.Verification.Statistics;

/// <summary>What workloads that nobody has seen say about a gain.</summary>
public enum HoldOutKind
{
    /// <summary>Not enough rounds yet.</summary>
    Open,

    /// <summary>They became faster too.</summary>
    Confirmed,

    /// <summary>They did not: the gain holds for the known inputs only.</summary>
    KnownInputsOnly,

    /// <summary>They, or one of them by much, became slower.</summary>
    Slower,
}
