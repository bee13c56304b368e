using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Loop;

/// <summary>How pairs of runs become a verdict in a hunt: the plan with the noise that its calibration found, and the rule for its metric.</summary>
/// <param name="Plan">Bounds and noise.</param>
/// <param name="Calibration">The baseline against itself; empty before the calibration.</param>
public sealed record JudgingRule(VerdictPlan Plan, IReadOnlyList<RunPair> Calibration)
{
    /// <summary>The rule of a hunt.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="mode">Duets or solo runs.</param>
    public static JudgingRule For(HuntSession session, MeasuringMode mode)
    {
        var (modeName, metric) = (MeasuringNames.Of(mode), MetricOf(session));
        IReadOnlyList<RunPair> calibration = session.Hunt.Calibration is { } known
            ? [.. known.Pairs.Select(p => new RunPair(p.Workload, p.Round, p.FirstSeconds, p.SecondSeconds))]
            : [];
        var noise = calibration.Count > 0 ? NoiseModel.Learn(calibration, modeName, metric) : null;
        return new(VerdictPlan.From(session.Place.Config.Thresholds, noise, modeName, metric), calibration);
    }

    /// <summary>What a hunt compares.</summary>
    public static string MetricOf(HuntSession session) => MeasuringNames.Of(MeasuringNames.Metric(session.Hunt.Metric));

    /// <summary>True for counts that one run a side shows.</summary>
    public bool IsCounted => Plan.Metric == MeasuringNames.Of(Metric.Callgrind);

    /// <summary>Judges the pairs so far.</summary>
    public Verdict Judge(IReadOnlyList<RunPair> pairs) =>
        IsCounted ? CountRule.Judge(Plan, pairs, CountRule.BandLog(Calibration)) : VerdictRule.Judge(Plan, pairs);
}
