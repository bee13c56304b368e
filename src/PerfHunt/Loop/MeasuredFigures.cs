using System.Collections.Immutable;
using PerfHunt.State;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Loop;

/// <summary>A measurement's figures as the state file keeps them.</summary>
internal static class MeasuredFigures
{
    /// <summary>The figures of a verdict.</summary>
    public static MeasuredChange Of(Verdict verdict, ImmutableArray<ResourceChange> resources = default) => new()
    {
        Verdict = verdict.Kind.ToString().ToLowerInvariant(),
        EffectPct = verdict.EffectPercent,
        LowPct = verdict.LowPercent,
        HighPct = verdict.HighPercent,
        Rounds = verdict.Rounds,
        SmallestDetectablePct = verdict.SmallestDetectablePercent,
        Mode = verdict.Mode,
        Metric = verdict.Metric,
        Reason = verdict.Reason,
        ByWorkload = verdict.Workloads.ToImmutableSortedDictionary(w => w.Workload, w => w.EffectPercent, StringComparer.Ordinal),
        Resources = (resources.IsDefault ? [] : resources).ToImmutableSortedDictionary(change => change.Workload, Of, StringComparer.Ordinal),
    };

    /// <summary>The figures of unseen workloads.</summary>
    public static MeasuredHoldOut Of(HoldOutVerdict verdict) => new(verdict.EffectPercent, verdict.LowPercent, verdict.HighPercent, verdict.Rounds);

    private static MeasuredResources Of(ResourceChange change) => new(
        OrNull(change.CpuPercent),
        OrNull(change.WallPercent),
        OrNull(change.SystemTimePercent),
        OrNull(change.PeakMemoryPercent),
        OrNull(change.FaultsPercent),
        OrNull(change.SwitchesPercent),
        OrNull(change.CandidatePeakBytes));

    // Hundredths of a percent; JSON has no NaN.
    private static double? OrNull(double value) => double.IsNaN(value) ? null : Math.Round(value, 2);
}
