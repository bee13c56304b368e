namespace PerfHunt.Verification.Statistics;

/// <summary>The guard of single workloads.</summary>
internal static class WorkloadGuard
{
    /// <summary>
    /// True when some workload looks slower than the bound, significantly or not: then an improvement of the suite waits
    /// for the rounds that tell.
    /// </summary>
    public static bool IsInDoubt(VerdictPlan plan, SuiteEstimate suite) =>
        suite.Workloads.Any(w => w.Mean.Value > Percent.ToLog(plan.WorkloadRegressedPercent));

    /// <summary>
    /// The workload that is slowest beyond the bound and significantly slower at all, or null. The level is divided by the
    /// number of workloads (Bonferroni).
    /// </summary>
    public static string? Slowest(VerdictPlan plan, SuiteEstimate suite)
    {
        var levels = SequentialLevels.OneSided(plan.WorkloadAlpha, plan.MaxRounds);
        var level = levels[Math.Clamp(suite.Rounds - SequentialLevels.FirstLook, 0, levels.Length - 1)];
        var bound = Percent.ToLog(plan.WorkloadRegressedPercent);
        return suite.Workloads
            .Where(w => w.Mean.Value > bound)
            .Where(w => w.Mean.TailOfZero < level / suite.Workloads.Count)
            .OrderByDescending(w => w.Mean.Value)
            .Select(w => w.Workload)
            .FirstOrDefault();
    }
}
