using System.Globalization;
using PerfHunt.Errors;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// How large a change is, for reports. Verdicts come from duets; but a duet shrinks large effects, since the slower side
/// runs its rest alone with the caches to itself. So large effects are estimated again from solo runs.
/// </summary>
/// <param name="EffectPercent">Change of the suite, percent, negative = faster; NaN when refused.</param>
/// <param name="LowPercent">Lower end of the 95 % interval, percent; NaN when refused.</param>
/// <param name="HighPercent">Upper end of it, percent; NaN when refused.</param>
/// <param name="Agrees">True when duets and solo runs contradict each other no more than their errors allow.</param>
/// <param name="Reason">One sentence without a full stop.</param>
/// <param name="Refusal">Set when the solo runs cannot be judged.</param>
public sealed record EffectSize(
    double EffectPercent, double LowPercent, double HighPercent, bool Agrees, string Reason, LocatedError? Refusal = null)
{
    /// <summary>From this effect on, percent either way, the shrinkage exceeds the usual error of a verdict.</summary>
    private const double LargePercent = 5;

    /// <summary>
    /// Error of a duet's log ratio that grows with it: known slowdowns of 3, 5 and 10 % were shown by 0-15 % too small, in
    /// 72 and 66 duets each, in two experiments.
    /// </summary>
    private const double ShrinkageError = 0.1;

    /// <summary>Two estimates contradict each other from here on, in standard errors of their difference: 1 in 370.</summary>
    private const double Contradiction = 3;

    /// <summary>True when the change is so large that its size should be estimated again from solo runs.</summary>
    public static bool NeedsSoloRuns(Verdict verdict) => Math.Abs(verdict.EffectPercent) >= LargePercent;

    /// <summary>The size from duets and solo runs together, each weighing as much as it is precise.</summary>
    /// <param name="verdict">The verdict from duets, not refused.</param>
    /// <param name="soloPairs">Neighbouring solo runs of the same two sides, at least 2 rounds.</param>
    /// <param name="soloNoise">Noise of solo runs, or null for what is typical.</param>
    public static EffectSize From(Verdict verdict, IReadOnlyList<RunPair> soloPairs, NoiseModel? soloNoise = null)
    {
        if (LogRatios.FirstProblem(soloPairs) is { } problem)
        {
            return new(double.NaN, double.NaN, double.NaN, false, $"the solo runs cannot be judged: {problem}", problem);
        }

        var solo = SuiteEstimate.From(LogRatios.ByWorkload(soloPairs), soloNoise ?? NoiseModel.Typical("solo"));
        var duet = Percent.ToLog(verdict.EffectPercent);
        var duetError = double.Hypot(HalfWidth(verdict) / Normal.UpperQuantile(StoppingRule.IntervalTail), ShrinkageError * duet);
        // The t interval's width over the normal one's: a solo error that is known from few runs weighs less.
        var soloError = solo.HalfWidth(StoppingRule.IntervalTail) / Normal.UpperQuantile(StoppingRule.IntervalTail);
        var weight = duetError * duetError / (duetError * duetError + soloError * soloError);
        var value = weight * solo.Value + (1 - weight) * duet;
        var half = Normal.UpperQuantile(StoppingRule.IntervalTail) * duetError * soloError / double.Hypot(duetError, soloError);
        var agrees = Math.Abs(solo.Value - duet) <= Contradiction * double.Hypot(duetError, soloError);
        return new(
            Percent.FromLog(value), Percent.FromLog(value - half), Percent.FromLog(value + half), agrees, Sentence(verdict, solo, value, agrees));
    }

    private static string Sentence(Verdict verdict, SuiteEstimate solo, double value, bool agrees) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Percent.FromLog(value):+0.0;-0.0;0.0} % from duets ({verdict.EffectPercent:+0.0;-0.0;0.0} %) and {solo.Rounds} rounds of solo runs ({Percent.FromLog(solo.Value):+0.0;-0.0;0.0} %){(agrees ? "" : ", which contradict each other: the two programs may disturb each other in a duet")}");

    private static double HalfWidth(Verdict verdict) =>
        0.5 * (Percent.ToLog(verdict.HighPercent) - Percent.ToLog(verdict.LowPercent));
}
