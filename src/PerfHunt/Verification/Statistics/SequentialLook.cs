namespace PerfHunt.Verification.Statistics;

/// <summary>What is found when the pairs so far are looked at.</summary>
/// <param name="Suite">The estimate.</param>
/// <param name="Rule">When measuring stops, given the noise found.</param>
/// <param name="SlowWorkload">The workload that the guard names, or null.</param>
/// <param name="Kind">The verdict.</param>
/// <param name="Decided">True when measuring stops.</param>
internal sealed record SequentialLook(
    SuiteEstimate Suite, StoppingRule Rule, string? SlowWorkload, VerdictKind Kind, bool Decided)
{
    /// <summary>Looks at the log ratios, of which there is at least one.</summary>
    public static SequentialLook At(VerdictPlan plan, IReadOnlyList<LogRatios> ratios)
    {
        var suite = SuiteEstimate.From(ratios, plan.Noise);
        var rule = StoppingRule.For(plan, suite);
        var slow = WorkloadGuard.Slowest(plan, suite);
        // A workload that is missing from most rounds must not keep the measuring going for ever.
        var exhausted = suite.RoundsSeen >= plan.MaxRounds;
        var stops = exhausted || rule.StopsAt(suite.Rounds, suite.Value);
        if (slow is not null && (stops || rule.IsUsual(suite.Rounds)))
        {
            return new(suite, rule, slow, VerdictKind.Regressed, true);
        }

        var kind = stops && rule.Suffices(suite.Rounds, suite.Value) ? rule.KindAt(suite.Rounds, suite.Value) : VerdictKind.Inconclusive;
        var waits = kind != VerdictKind.Regressed && !exhausted && WorkloadGuard.IsInDoubt(plan, suite);
        return stops && !waits
            ? new(suite, rule, slow, kind, true)
            : new(suite, rule, slow, VerdictKind.Inconclusive, false);
    }

    /// <summary>
    /// The 95 % interval of the suite's change, as log ratios. When measuring stops just here, for what was found, the
    /// interval accounts for that; when it goes on, or went on beyond the first stop, it is the usual one of t.
    /// </summary>
    public (double Low, double High) Interval(VerdictPlan plan, IReadOnlyList<LogRatios> ratios)
    {
        var quantile = StudentT.UpperQuantile(StoppingRule.IntervalTail, Suite.DegreesOfFreedom);
        var half = quantile * Suite.Error;
        return Decided && Suite.Rounds >= SequentialLevels.FirstLook && !StoppedBefore(plan, ratios)
            ? StoppedInterval.Of(Rule, Suite.Value, Normal.UpperTail(quantile))
            : (Suite.Value - half, Suite.Value + half);
    }

    private static bool StoppedBefore(VerdictPlan plan, IReadOnlyList<LogRatios> ratios)
    {
        var rounds = ratios.SelectMany(r => r.Rounds).Distinct().Order().ToList();
        return rounds.SkipLast(1).Skip(SequentialLevels.FirstLook - 1).Any(round =>
        {
            var earlier = ratios.Select(r => r.Until(round)).OfType<LogRatios>().ToList();
            return earlier.Count == ratios.Count && At(plan, earlier).Decided;
        });
    }
}
