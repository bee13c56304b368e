using System.Globalization;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// Judges counts that hardly differ from run to run (instructions under callgrind), from one pair a workload. There is no spread to
/// estimate; what the baseline showed against itself says how far two counts of one program may lie apart.
/// </summary>
public static class CountRule
{
    // The one difference of the baseline with itself that was seen is hardly the largest there is; most programs show none at all.
    private const double BandFactor = 3;

    /// <summary>How far an unchanged program's counts may differ, as a log ratio, at least <see cref="NoiseModel.LeastSpreadLog"/>.</summary>
    /// <param name="calibration">The baseline against itself.</param>
    public static double BandLog(IReadOnlyList<RunPair> calibration) => calibration
        .Where(LogRatios.IsUsable)
        .Select(pair => BandFactor * Math.Abs(Math.Log(pair.CandidateSeconds / pair.BaselineSeconds)))
        .Append(NoiseModel.LeastSpreadLog)
        .Max();

    /// <summary>Judges a change. The verdict is always decided: another run of the same program gives the same count.</summary>
    /// <param name="plan">Bounds.</param>
    /// <param name="pairs">One pair a workload.</param>
    /// <param name="bandLog">How far an unchanged program's counts may differ (<see cref="BandLog"/>).</param>
    public static Verdict Judge(VerdictPlan plan, IReadOnlyList<RunPair> pairs, double bandLog)
    {
        // The noise matters for nothing that is taken over from there: estimates, set-aside and refusals.
        var plain = VerdictRule.Judge(plan, pairs);
        if (plain.Refusal is not null)
        {
            return plain;
        }

        var effect = Percent.ToLog(plain.EffectPercent);
        var slow = plain.Workloads.Where(w => Percent.ToLog(w.EffectPercent) - bandLog > Percent.ToLog(plan.WorkloadRegressedPercent))
            .MaxBy(w => w.EffectPercent);
        var kind = slow is not null ? VerdictKind.Regressed : KindOf(plan, effect, bandLog);
        var verdict = plain with
        {
            Kind = kind,
            Decided = true,
            LowPercent = Percent.FromLog(effect - bandLog),
            HighPercent = Percent.FromLog(effect + bandLog),
            SmallestDetectablePercent = Percent.FromLog(bandLog),
            Workloads = [.. plain.Workloads.Select(w => Banded(w, bandLog))],
        };
        return verdict with { Reason = Reason(plan, verdict, slow?.Workload) };
    }

    private static VerdictKind KindOf(VerdictPlan plan, double effect, double band)
    {
        var (faster, slower) = (Percent.ToLog(-plan.ImprovedPercent), Percent.ToLog(plan.SlowerBoundPercent));
        return effect <= faster && effect < -band ? VerdictKind.Improved
            : effect >= slower && effect > band ? VerdictKind.Regressed
            : effect - band > faster && effect + band < slower ? VerdictKind.Equivalent
            : VerdictKind.Inconclusive;
    }

    private static WorkloadEffect Banded(WorkloadEffect workload, double band)
    {
        var effect = Percent.ToLog(workload.EffectPercent);
        return workload with { LowPercent = Percent.FromLog(effect - band), HighPercent = Percent.FromLog(effect + band) };
    }

    private static string Reason(VerdictPlan plan, Verdict verdict, string? slow)
    {
        var what = VerdictReason.Measure(plan.Metric);
        var basis = Text($"one run a side of {verdict.Workloads.Length} workload{(verdict.Workloads.Length == 1 ? "" : "s")}; counts of one program may differ by {verdict.SmallestDetectablePercent:0.00} %");
        return verdict.Kind switch
        {
            VerdictKind.Regressed when slow is not null => Text($"workload {slow} executes {verdict.Workloads.First(w => w.Workload == slow).EffectPercent:0.00} % more {what}, above the bound of {plan.WorkloadRegressedPercent:0.##} % for a single workload ({basis})"),
            VerdictKind.Equivalent => Text($"the suite executes as many {what}: {verdict.EffectPercent:+0.00;-0.00;0.00} % ({basis})"),
            VerdictKind.Inconclusive => Text($"it is neither shown nor excluded that the change matters: {what} changed by {verdict.EffectPercent:+0.00;-0.00;0.00} % ({basis})"),
            _ => Text($"the suite executes {Math.Abs(verdict.EffectPercent):0.00} % {(verdict.EffectPercent < 0 ? "fewer" : "more")} {what} ({basis})"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
