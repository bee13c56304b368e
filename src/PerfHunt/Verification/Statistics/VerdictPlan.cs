using PerfHunt.Configuration;

namespace PerfHunt.Verification.Statistics;

/// <summary>How a change is judged: the bounds, the error rates and the noise known beforehand. See docs/decisions/0002-verdict-rule.md.</summary>
public sealed record VerdictPlan
{
    /// <summary>A change is relevant when the suite gets faster by at least this, percent, above 0.</summary>
    public required double ImprovedPercent { get; init; }

    /// <summary>
    /// A slowdown of the suite of this much, percent, must not slip through. So that a slowdown of exactly this size is
    /// told in nearly every case, significant slowdowns count from half of it on (<see cref="SlowerBoundPercent"/>).
    /// </summary>
    public required double RegressedPercent { get; init; }

    /// <summary>One workload that is slower by more than this, and significantly slower at all, is a regression, percent.</summary>
    public required double WorkloadRegressedPercent { get; init; }

    /// <summary>A workload that is faster by this factor or more is set aside.</summary>
    public required double SuspiciousSpeedup { get; init; }

    /// <summary>Most rounds that a verdict may take, at least 2.</summary>
    public required int MaxRounds { get; init; }

    /// <summary>The noise known beforehand.</summary>
    public NoiseModel Noise { get; init; } = new();

    /// <summary>Repeated in the verdict: <c>duet</c>, <c>solo</c> or <c>closing</c>.</summary>
    public string Mode { get; init; } = "duet";

    /// <summary>Repeated in the verdict: <c>cpu</c>, <c>wall</c>, <c>instructions</c> or <c>callgrind</c>.</summary>
    public string Metric { get; init; } = "cpu";

    /// <summary>
    /// Probability that a change without any effect on the suite is called improved or regressed for the suite's sake at
    /// any of the looks; the target is 0.5 % for all verdicts, and the guard of single workloads takes its part of it.
    /// </summary>
    public double SuiteAlpha { get; init; } = 0.002;

    /// <summary>The same for the guard of single workloads, all workloads together.</summary>
    public double WorkloadAlpha { get; init; } = 0.001;

    /// <summary>From this slowdown of the suite on, percent, a significant slowdown is a regression, and below it equivalence begins.</summary>
    public double SlowerBoundPercent => RegressedPercent / 2;

    /// <summary>The plan that the configuration asks for.</summary>
    public static VerdictPlan From(
        ThresholdConfig thresholds, NoiseModel? noise = null, string mode = "duet", string metric = "cpu") => new()
    {
        ImprovedPercent = thresholds.ImprovedPercent,
        RegressedPercent = thresholds.RegressedPercent,
        WorkloadRegressedPercent = thresholds.WorkloadRegressedPercent,
        SuspiciousSpeedup = thresholds.SuspiciousSpeedup,
        MaxRounds = Math.Max(thresholds.MaxRounds, SequentialLevels.FirstLook),
        Noise = noise ?? NoiseModel.Typical(mode, metric),
        Mode = mode,
        Metric = metric,
    };
}
