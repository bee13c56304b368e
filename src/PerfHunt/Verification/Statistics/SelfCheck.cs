using System.Globalization;

namespace PerfHunt.Verification.Statistics;

/// <summary>What an A/A of the baseline says about the machine and the two slots, before anything is judged on them.</summary>
/// <param name="Passed">False when the baseline seems to differ from itself; then no verdict can be trusted.</param>
/// <param name="Verdict">The verdict on the A/A.</param>
/// <param name="Reason">One sentence without a full stop.</param>
/// <param name="Warning">What will make verdicts costly or inconclusive, a sentence without a full stop, or null.</param>
public sealed record SelfCheck(bool Passed, Verdict Verdict, string Reason, string? Warning)
{
    /// <summary>Probability that the check fails on a machine where nothing is wrong because of some single workload.</summary>
    private const double WorkloadAlpha = 0.002;

    /// <summary>Judges an A/A: every pair is the same program on both sides, from two separately built slots.</summary>
    /// <param name="plan">The plan that changes will be judged by, with the noise that is typical of the mode.</param>
    /// <param name="pairs">The rounds of the A/A, at least 2.</param>
    public static SelfCheck Of(VerdictPlan plan, IReadOnlyList<RunPair> pairs)
    {
        var verdict = VerdictRule.Judge(plan, pairs);
        if (verdict.Refusal is not null)
        {
            return new(false, verdict, verdict.Reason, null);
        }

        var suite = SuiteEstimate.From(LogRatios.ByWorkload(pairs), plan.Noise);
        var warning = NoiseWarning(plan, suite);
        if (verdict.Kind is VerdictKind.Improved or VerdictKind.Regressed)
        {
            return new(false, verdict, $"the baseline differs from itself: {verdict.Reason}; something favours one of the two slots", warning);
        }

        var odd = Odd(plan, suite);
        return odd is null
            ? new(true, verdict, Text($"the baseline measured against itself shows no change ({verdict.LowPercent:+0.0;-0.0;0.0} to {verdict.HighPercent:+0.0;-0.0;0.0} %)"), warning)
            : new(false, verdict, Text($"the baseline differs from itself on workload {odd.Value.Workload}: {Percent.FromLog(odd.Value.Mean.Value):+0.0;-0.0} %; something favours one of the two slots there"), warning);
    }

    /// <summary>Judges an A/A of counts, one pair a workload: they must differ by less than what is relevant.</summary>
    /// <param name="plan">The plan that changes will be judged by.</param>
    /// <param name="pairs">One pair a workload.</param>
    public static SelfCheck OfCounts(VerdictPlan plan, IReadOnlyList<RunPair> pairs)
    {
        var band = CountRule.BandLog(pairs);
        var verdict = CountRule.Judge(plan, pairs, band);
        var most = Percent.FromLog(band);
        return verdict.Refusal is not null ? new(false, verdict, verdict.Reason, null)
            : most > plan.RegressedPercent
                ? new(false, verdict, Text($"the program does not execute the same {VerdictReason.Measure(plan.Metric)} from run to run: counts may differ by {most:0.0} %, which hides a relevant change"), null)
                : new(true, verdict, Text($"the baseline counted against itself shows no change ({verdict.EffectPercent:+0.00;-0.00;0.00} %; counts may differ by {most:0.00} %)"), null);
    }

    /// <summary>A workload that differs from itself by more than a relevant change of the suite, significantly.</summary>
    private static (string Workload, RobustMean Mean)? Odd(VerdictPlan plan, SuiteEstimate suite)
    {
        var found = suite.Workloads
            .Where(w => Math.Abs(w.Mean.Value) > Percent.ToLog(plan.RegressedPercent))
            .Where(w => Math.Min(w.Mean.TailOfZero, 1 - w.Mean.TailOfZero) < WorkloadAlpha / 2 / suite.Workloads.Count)
            .OrderByDescending(w => Math.Abs(w.Mean.Value))
            .ToList();
        return found.Count == 0 ? null : found[0];
    }

    private static string? NoiseWarning(VerdictPlan plan, SuiteEstimate suite)
    {
        var rule = StoppingRule.For(plan, suite);
        var least = Percent.FromLog(rule.Detectable(plan.MaxRounds));
        return least <= plan.RegressedPercent ? null
            : Text($"the noise is {100 * rule.Spread:0.0} % a round, so that even {plan.MaxRounds} rounds show only changes of {least:0.0} % or more: a quieter machine, longer workloads or more of them would help");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
