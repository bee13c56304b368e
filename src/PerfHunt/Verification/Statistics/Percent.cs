namespace PerfHunt.Verification.Statistics;

/// <summary>Between log ratios and changes in percent.</summary>
internal static class Percent
{
    /// <summary>The change in percent that a log ratio means.</summary>
    public static double FromLog(double logRatio) => 100 * (Math.Exp(logRatio) - 1);

    /// <summary>The log ratio of a change in percent, above -100.</summary>
    public static double ToLog(double percent) => Math.Log(1 + percent / 100);
}
