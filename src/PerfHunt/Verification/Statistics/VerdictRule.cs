using PerfHunt.Errors;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// Turns measured pairs into a verdict. A pure function: the same pairs in any order give the same verdict. Call it after
/// every round with all pairs so far, until <see cref="Verdict.Decided"/>; the error rates hold for that use.
/// </summary>
public static class VerdictRule
{
    /// <summary>Judges a change.</summary>
    /// <param name="plan">Bounds, error rates and noise.</param>
    /// <param name="pairs">All pairs measured so far.</param>
    /// <returns>The verdict; with <see cref="Verdict.Refusal"/> set when the pairs cannot be judged.</returns>
    public static Verdict Judge(VerdictPlan plan, IReadOnlyList<RunPair> pairs)
    {
        var problem = LogRatios.FirstProblem(pairs);
        if (problem is not null)
        {
            return Refused(plan, problem);
        }

        var ratios = LogRatios.ByWorkload(pairs);
        var look = SequentialLook.At(plan, ratios);
        var (low, high) = look.Interval(plan, ratios);
        var suite = look.Suite;
        var verdict = new Verdict
        {
            Kind = look.Kind,
            Decided = look.Decided,
            EffectPercent = Percent.FromLog(suite.Value),
            LowPercent = Percent.FromLog(low),
            HighPercent = Percent.FromLog(high),
            Rounds = suite.Rounds,
            SmallestDetectablePercent = Percent.FromLog(look.Rule.Detectable(suite.Rounds)),
            Mode = plan.Mode,
            Metric = plan.Metric,
            Reason = "",
            SetAside = suite.Workloads.Any(w => w.Mean.Value <= -Math.Log(plan.SuspiciousSpeedup)),
            Workloads = [.. suite.Workloads.Select(w => Effect(w.Workload, w.Mean))],
        };
        return verdict with { Reason = VerdictReason.For(plan, verdict, look.SlowWorkload) };
    }

    private static WorkloadEffect Effect(string workload, RobustMean mean)
    {
        var half = StudentT.UpperQuantile(StoppingRule.IntervalTail, mean.DegreesOfFreedom) * Math.Sqrt(mean.VarianceOfMean);
        return new(
            workload,
            Percent.FromLog(mean.Value),
            Percent.FromLog(mean.Value - half),
            Percent.FromLog(mean.Value + half),
            mean.Count,
            100 * Math.Sqrt(mean.Variance));
    }

    private static Verdict Refused(VerdictPlan plan, LocatedError problem) => new()
    {
        Kind = VerdictKind.Inconclusive,
        Decided = true,
        EffectPercent = double.NaN,
        LowPercent = double.NaN,
        HighPercent = double.NaN,
        Rounds = 0,
        SmallestDetectablePercent = double.NaN,
        Mode = plan.Mode,
        Metric = plan.Metric,
        Reason = $"the measurements cannot be judged: {problem}",
        Refusal = problem,
    };
}
