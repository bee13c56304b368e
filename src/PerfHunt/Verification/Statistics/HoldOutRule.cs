using System.Globalization;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// Decides whether a gain on the suite also shows on workloads with unseen seeds. That the gain is one was decided before, at its
/// own error rate; here only the question is left whether it is a gain on anything but the known inputs.
/// </summary>
public static class HoldOutRule
{
    /// <summary>
    /// Unseen workloads of the same profiles gain more or less than the known ones, but a gain of which they show less than a quarter is
    /// no gain of the program.
    /// </summary>
    private const double LeastShare = 0.25;

    /// <summary>From this share of the gain on, unseen workloads show the same one, when they clearly show any.</summary>
    private const double LikeShare = 0.5;

    /// <summary>Judges the rounds so far.</summary>
    /// <param name="verdict">The verdict on the unseen workloads alone, decided or not.</param>
    /// <param name="seenPercent">The gain on the suite, percent, below 0.</param>
    public static HoldOutVerdict Judge(Verdict verdict, double seenPercent)
    {
        var isEarly = verdict.Rounds < SequentialLevels.FirstLook && !verdict.Decided;
        var kind = verdict.Refusal is not null || isEarly ? HoldOutKind.Open
            : verdict.Kind == VerdictKind.Regressed ? HoldOutKind.Slower
            : Percent.ToLog(verdict.LowPercent) > LeastShare * Percent.ToLog(seenPercent) ? HoldOutKind.KnownInputsOnly
            : IsConfirmed(verdict, seenPercent) ? HoldOutKind.Confirmed
            : HoldOutKind.Open;
        return new(kind, verdict.EffectPercent, verdict.LowPercent, verdict.HighPercent, verdict.Rounds, Reason(kind, verdict, seenPercent));
    }

    // Either a gain by itself, or one like the other: looking again and again would otherwise find one where there is none.
    private static bool IsConfirmed(Verdict verdict, double seenPercent) => verdict.Kind == VerdictKind.Improved
        || (verdict.HighPercent < 0 && Percent.ToLog(verdict.EffectPercent) <= LikeShare * Percent.ToLog(seenPercent));

    private static string Reason(HoldOutKind kind, Verdict verdict, double seenPercent) => kind switch
    {
        HoldOutKind.Confirmed => Text($"workloads with unseen seeds take {Figures(verdict)} too"),
        HoldOutKind.KnownInputsOnly => Text($"the suite gained {seenPercent:+0.0;-0.0} %, and workloads with unseen seeds only {Figures(verdict)}: the change is made for the known inputs"),
        HoldOutKind.Slower => Text($"on workloads with unseen seeds {verdict.Reason}"),
        _ => Text($"workloads with unseen seeds ({Figures(verdict)}) neither confirm the gain of {seenPercent:+0.0;-0.0} % nor contradict it"),
    };

    private static string Figures(Verdict verdict) =>
        Text($"{verdict.EffectPercent:+0.0;-0.0;0.0} % ({verdict.LowPercent:+0.0;-0.0;0.0} to {verdict.HighPercent:+0.0;-0.0;0.0}, {verdict.Rounds} round{(verdict.Rounds == 1 ? "" : "s")})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
