namespace PerfHunt.Verification.Statistics;

/// <summary>What holds about a change, before it is made a verdict.</summary>
/// <param name="SuiteFaster">The suite is significantly faster, and by the relevant amount.</param>
/// <param name="SuiteSlower">The suite is significantly slower, and by the relevant amount.</param>
/// <param name="SuiteEquivalent">The whole interval lies between the two bounds.</param>
/// <param name="SlowWorkload">The workload that is slowest beyond its bound, significantly; or null.</param>
internal sealed record Findings(bool SuiteFaster, bool SuiteSlower, bool SuiteEquivalent, string? SlowWorkload)
{
    /// <summary>Compares the estimate with the bounds of the plan.</summary>
    public static Findings From(VerdictPlan plan, SuiteEstimate suite, double half)
    {
        var shown = suite.HalfWidth(SuiteLevel(plan, suite.Rounds));
        var faster = Percent.ToLog(-plan.ImprovedPercent);
        var slower = Percent.ToLog(plan.SlowerBoundPercent);
        return new(
            suite.Value + shown < 0 && suite.Value <= faster,
            suite.Value - shown > 0 && suite.Value >= slower,
            suite.Value - half > faster && suite.Value + half < slower,
            SlowestBeyondBound(plan, suite));
    }

    /// <summary>The one-sided level at which the suite is tested after so many rounds.</summary>
    public static double SuiteLevel(VerdictPlan plan, int rounds) => Level(plan.SuiteAlpha / 2, rounds, plan.MaxRounds);

    private static string? SlowestBeyondBound(VerdictPlan plan, SuiteEstimate suite)
    {
        var level = Level(plan.WorkloadAlpha, suite.Rounds, plan.MaxRounds) / suite.Workloads.Count;
        var bound = Percent.ToLog(plan.WorkloadRegressedPercent);
        return suite.Workloads
            .Where(w => w.Mean.Value > bound)
            .Where(w => StudentT.UpperTail(w.Mean.Value / Math.Sqrt(w.Mean.VarianceOfMean), w.Mean.DegreesOfFreedom) < level)
            .OrderByDescending(w => w.Mean.Value)
            .Select(w => w.Workload)
            .FirstOrDefault();
    }

    private static double Level(double alpha, int rounds, int maxRounds)
    {
        var levels = SequentialLevels.OneSided(alpha, maxRounds);
        return levels[Math.Clamp(rounds - SequentialLevels.FirstLook, 0, levels.Length - 1)];
    }
}
