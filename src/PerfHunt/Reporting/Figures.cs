using System.Globalization;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>Figures as reports write them: invariant culture, few digits, unit last.</summary>
public static class Figures
{
    /// <summary>A change with its sign: <c>-6.5 %</c>.</summary>
    public static string Change(double percent) => percent.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A change with its interval, or a dash when nothing was measured.</summary>
    public static string Change(MeasuredChange? change) => change is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{Change(change.EffectPct)} ({change.LowPct:+0.0;-0.0;0.0} to {change.HighPct:+0.0;-0.0;0.0})");

    // As many digits of a commit's id as git shows in a large repository.
    private const int ShortIdLength = 10;

    /// <summary>A commit's id as people read it.</summary>
    public static string ShortId(string commit) => commit.Length > ShortIdLength ? commit[..ShortIdLength] : commit;

    /// <summary>A duration: <c>0.4 s</c>, <c>12 s</c>, <c>3 min 05 s</c>.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Round(seconds) / 60} min {(int)Math.Round(seconds) % 60:00} s"),
    };

    /// <summary>The change that several changes of time make together, percent: the geometric mean of their ratios; 0 for none.</summary>
    public static double MeanChange(IEnumerable<double> changesPercent) =>
        (Math.Exp(changesPercent.Select(percent => Math.Log(1 + (percent / 100))).DefaultIfEmpty(0).Average()) - 1) * 100;

    /// <summary>How many times as fast a change of time makes a program: -50 % is 2 times as fast.</summary>
    public static double Speedup(double changePercent) => 1 / (1 + (changePercent / 100));
}
