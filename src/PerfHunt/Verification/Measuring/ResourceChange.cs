using System.Collections.Immutable;

namespace PerfHunt.Verification.Measuring;

/// <summary>
/// What a change does to a workload besides its CPU time, so that a win bought by memory or by more threads is seen. Medians over
/// the rounds; changes are <c>(candidate / baseline - 1) * 100</c>, NaN where the baseline used nothing.
/// </summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="PeakMemoryPercent">Change of the largest resident set of any one process, percent.</param>
/// <param name="WallPercent">Change of the elapsed time, percent; in duets about half of what it would be alone.</param>
/// <param name="SystemTimePercent">Change of the CPU time in the kernel, percent.</param>
/// <param name="BaselinePeakBytes">Median peak of the baseline, bytes.</param>
/// <param name="CandidatePeakBytes">Median peak of the candidate, bytes.</param>
public sealed record ResourceChange(
    string Workload,
    double PeakMemoryPercent,
    double WallPercent,
    double SystemTimePercent,
    double BaselinePeakBytes,
    double CandidatePeakBytes)
{
    /// <summary>One entry for each workload, in the order in which they were first run.</summary>
    public static ImmutableArray<ResourceChange> Of(IEnumerable<DuetRun> runs) =>
        [.. runs.GroupBy(run => run.Workload, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];

    private static ResourceChange Of(string workload, DuetRun[] runs)
    {
        var before = Median(runs.Select(run => (double)run.Baseline.Use.PeakMemoryBytes));
        var now = Median(runs.Select(run => (double)run.Candidate.Use.PeakMemoryBytes));
        return new ResourceChange(
            workload,
            Percent(before, now),
            Percent(Median(runs.Select(run => run.Baseline.Use.WallSeconds)), Median(runs.Select(run => run.Candidate.Use.WallSeconds))),
            Percent(Median(runs.Select(run => run.Baseline.Use.SystemSeconds)), Median(runs.Select(run => run.Candidate.Use.SystemSeconds))),
            before,
            now);
    }

    private static double Percent(double before, double now) => before > 0 ? ((now / before) - 1) * 100 : double.NaN;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
