namespace PerfHunt.Configuration;

/// <summary>Bounds of the decisions. Percentages are 0 to 100.</summary>
public sealed record ThresholdConfig
{
    /// <summary>A function is actionable above this self share in any workload, percent. The mission's bound is 2.</summary>
    public double SelfPercent { get; init; } = 2;

    /// <summary>A change is relevant when the suite gets faster by at least this much, percent of CPU time.</summary>
    public double ImprovedPercent { get; init; } = 0.5;

    /// <summary>A change is a regression when the suite gets slower by more than this, percent. The mission's bound is 2.</summary>
    public double RegressedPercent { get; init; } = 2;

    /// <summary>One workload that gets slower by more than this is a regression whatever the suite says, percent.</summary>
    public double WorkloadRegressedPercent { get; init; } = 5;

    /// <summary>A workload that gets faster by this factor or more, above 1, is set aside for a person, not committed.</summary>
    public double SuspiciousSpeedup { get; init; } = 10;

    /// <summary>A gain for which a workload's peak memory grows by this factor or more, above 1, and by 16 MiB, is set aside for a person.</summary>
    public double SuspiciousMemory { get; init; } = 1.5;

    /// <summary>
    /// True to commit a change without effect on the time, as <c>marginal</c>, when its investigator says that the code is cleaner for it.
    /// </summary>
    public bool KeepMarginal { get; init; }

    /// <summary>Most rounds of the suite that one verdict may take, at least 2.</summary>
    public int MaxRounds { get; init; } = 12;
}
