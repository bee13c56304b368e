using PerfHunt.Errors;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// Turns measured pairs into a verdict. A pure function: the same pairs in any order give the same verdict. Call it after
/// every round with all pairs so far, until <see cref="Verdict.Decided"/>; the error rates hold for that use.
/// </summary>
public static class VerdictRule
{
    /// <summary>A change is detectable when it is found with probability 0.8; this is the complement.</summary>
    private const double MissProbability = 0.2;

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

        var suite = SuiteEstimate.From(LogRatios.ByWorkload(pairs), plan.Noise);
        var rule = StoppingRule.For(plan, suite);
        var slowWorkload = WorkloadGuard.Slowest(plan, suite);
        var (kind, decided) = Decide(suite, rule, slowWorkload);
        var (low, high) = Interval(suite, rule, decided);
        var verdict = new Verdict
        {
            Kind = kind,
            Decided = decided,
            EffectPercent = Percent.FromLog(suite.Value),
            LowPercent = Percent.FromLog(low),
            HighPercent = Percent.FromLog(high),
            Rounds = suite.Rounds,
            SmallestDetectablePercent = Percent.FromLog(Detectable(suite, rule)),
            Mode = plan.Mode,
            Metric = plan.Metric,
            Reason = "",
            SetAside = suite.Workloads.Any(w => w.Mean.Value <= -Math.Log(plan.SuspiciousSpeedup)),
            Workloads = [.. suite.Workloads.Select(w => Effect(w.Workload, w.Mean))],
        };
        return verdict with { Reason = VerdictReason.For(plan, verdict, slowWorkload) };
    }

    private static (VerdictKind Kind, bool Decided) Decide(SuiteEstimate suite, StoppingRule rule, string? slowWorkload)
    {
        var stops = rule.StopsAt(suite.Rounds, suite.Value);
        if (slowWorkload is not null && (stops || rule.IsUsual(suite.Rounds)))
        {
            return (VerdictKind.Regressed, true);
        }

        return (stops ? rule.KindAt(suite.Rounds, suite.Value) : VerdictKind.Inconclusive, stops);
    }

    private static (double Low, double High) Interval(SuiteEstimate suite, StoppingRule rule, bool decided)
    {
        var quantile = StudentT.UpperQuantile(StoppingRule.IntervalTail, suite.DegreesOfFreedom);
        return decided && suite.Rounds >= SequentialLevels.FirstLook
            ? StoppedInterval.Of(rule, suite.Value, Normal.UpperTail(quantile))
            : (suite.Value - quantile * suite.Error, suite.Value + quantile * suite.Error);
    }

    private static double Detectable(SuiteEstimate suite, StoppingRule rule) =>
        rule.Significant(suite.Rounds) + StudentT.UpperQuantile(MissProbability, suite.DegreesOfFreedom) * suite.Error;

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
