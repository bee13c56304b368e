using PerfHunt.Errors;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// Turns measured pairs into a verdict. A pure function: the same pairs in any order give the same verdict. Call it after
/// every round with all pairs so far, until <see cref="Verdict.Decided"/>; the error rates hold for that use.
/// </summary>
public static class VerdictRule
{
    /// <summary>Rounds before a verdict, unless the effect is huge: with two, one burst is half of the data.</summary>
    private const int UsualRounds = 3;

    /// <summary>An effect whose whole interval lies beyond this, percent, is huge: two rounds are enough for it.</summary>
    private const double HugePercent = 2;

    /// <summary>What the 95 % interval leaves out on each side.</summary>
    private const double IntervalTail = 0.025;

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
        var half = suite.HalfWidth(IntervalTail);
        var findings = Findings.From(plan, suite, half);
        var (kind, decided) = Decide(plan, suite, half, findings);
        var verdict = new Verdict
        {
            Kind = kind,
            Decided = decided,
            EffectPercent = Percent.FromLog(suite.Value),
            LowPercent = Percent.FromLog(suite.Value - half),
            HighPercent = Percent.FromLog(suite.Value + half),
            Rounds = suite.Rounds,
            SmallestDetectablePercent = Percent.FromLog(Detectable(plan, suite)),
            Mode = plan.Mode,
            Metric = plan.Metric,
            Reason = "",
            SetAside = suite.Workloads.Any(w => w.Mean.Value <= -Math.Log(plan.SuspiciousSpeedup)),
            Workloads = [.. suite.Workloads.Select(w => Effect(w.Workload, w.Mean))],
        };
        return verdict with { Reason = VerdictReason.For(plan, verdict, findings) };
    }

    private static (VerdictKind Kind, bool Decided) Decide(VerdictPlan plan, SuiteEstimate suite, double half, Findings findings)
    {
        var enough = suite.Rounds >= Math.Min(UsualRounds, plan.MaxRounds)
            || (suite.Rounds >= SequentialLevels.FirstLook && Math.Abs(suite.Value) - half > Percent.ToLog(HugePercent));
        var kind = findings switch
        {
            { SlowWorkload: not null } or { SuiteSlower: true } => VerdictKind.Regressed,
            { SuiteFaster: true } => VerdictKind.Improved,
            { SuiteEquivalent: true } => VerdictKind.Equivalent,
            _ => VerdictKind.Inconclusive,
        };
        return !enough ? (VerdictKind.Inconclusive, false)
            : (kind, kind != VerdictKind.Inconclusive || suite.Rounds >= plan.MaxRounds);
    }

    private static double Detectable(VerdictPlan plan, SuiteEstimate suite) =>
        (StudentT.UpperQuantile(Findings.SuiteLevel(plan, suite.Rounds), suite.DegreesOfFreedom)
            + StudentT.UpperQuantile(MissProbability, suite.DegreesOfFreedom)) * suite.Error;

    private static WorkloadEffect Effect(string workload, RobustMean mean)
    {
        var half = StudentT.UpperQuantile(IntervalTail, mean.DegreesOfFreedom) * Math.Sqrt(mean.VarianceOfMean);
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
