using System.Globalization;

namespace PerfHunt.Verification.Statistics;

/// <summary>Puts a verdict into one sentence.</summary>
internal static class VerdictReason
{
    /// <summary>The sentence for a verdict that was not refused.</summary>
    public static string For(VerdictPlan plan, Verdict verdict, string? slowWorkload)
    {
        var measure = Measure(plan.Metric);
        var basis = Basis(verdict);
        return verdict.Kind switch
        {
            VerdictKind.Regressed when slowWorkload is not null => OneWorkload(plan, verdict, slowWorkload, measure),
            VerdictKind.Improved when verdict.SetAside => Text($"the suite takes {Change(verdict.EffectPercent)} {measure} ({basis}), which a person has to look at: a workload is {plan.SuspiciousSpeedup:0.##} times as fast or more (thresholds.suspiciousSpeedup)"),
            VerdictKind.Improved or VerdictKind.Regressed => $"the suite takes {Change(verdict.EffectPercent)} {measure} ({basis})",
            VerdictKind.Equivalent => Text($"the suite takes the same {measure}, no more than {plan.ImprovedPercent:0.##} % less or {plan.SlowerBoundPercent:0.##} % more ({basis})"),
            _ when !verdict.Decided => Text($"more rounds are needed: {measure} changed by {verdict.EffectPercent:+0.0;-0.0;0.0} % so far ({basis})"),
            _ => Text($"it is neither shown nor excluded that the change matters: {measure} changed by {verdict.EffectPercent:+0.0;-0.0;0.0} % ({basis}), and {verdict.SmallestDetectablePercent:0.0} % is the smallest change that so many rounds show"),
        };
    }

    private static string OneWorkload(VerdictPlan plan, Verdict verdict, string slowWorkload, string measure)
    {
        var slow = verdict.Workloads.First(w => w.Workload == slowWorkload);
        return Text($"workload {slow.Workload} takes {Change(slow.EffectPercent)} {measure} (95 % interval {Interval(slow.LowPercent, slow.HighPercent)}, {Count(slow.Pairs, "pair")} of runs), above the bound of {plan.WorkloadRegressedPercent:0.##} % for a single workload; the suite as a whole changed by {verdict.EffectPercent:+0.0;-0.0;0.0} %");
    }

    private static string Basis(Verdict verdict) =>
        $"95 % interval {Interval(verdict.LowPercent, verdict.HighPercent)}, {Count(verdict.Rounds, "round")} of {Count(verdict.Workloads.Length, "workload")}";

    private static string Change(double percent) => Text($"{Math.Abs(percent):0.0} % {(percent < 0 ? "less" : "more")}");

    private static string Interval(double low, double high) => Text($"{low:+0.0;-0.0;0.0} to {high:+0.0;-0.0;0.0} %");

    private static string Count(int number, string noun) => Text($"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>What a metric measures, in words.</summary>
    internal static string Measure(string metric) => metric switch
    {
        "cpu" => "CPU time",
        "wall" => "wall time",
        "callgrind" => "instructions under callgrind",
        _ => metric,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
