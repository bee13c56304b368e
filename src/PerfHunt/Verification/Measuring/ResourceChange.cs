using System.Collections.Immutable;
using PerfHunt.Processes;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Verification.Measuring;

/// <summary>
/// What a change does to a workload's use of the machine, so that a win bought by memory or by more threads is seen. Medians over
/// the rounds; changes are <c>(candidate / baseline - 1) * 100</c>, NaN where the baseline used nothing.
/// </summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="CpuPercent">Change of the CPU time, percent.</param>
/// <param name="WallPercent">Change of the elapsed time, percent; in duets about half of what it would be alone.</param>
/// <param name="SystemTimePercent">Change of the CPU time in the kernel, percent.</param>
/// <param name="PeakMemoryPercent">Change of the largest resident set of any one process, percent.</param>
/// <param name="FaultsPercent">Change of the number of page faults, percent.</param>
/// <param name="SwitchesPercent">Change of the number of context switches, percent; in duets most are the other side's turns.</param>
/// <param name="BaselinePeakBytes">Median peak of the baseline, bytes; NaN when its runs were too short to be seen.</param>
/// <param name="CandidatePeakBytes">Median peak of the candidate, bytes; NaN likewise.</param>
public sealed record ResourceChange(
    string Workload,
    double CpuPercent,
    double WallPercent,
    double SystemTimePercent,
    double PeakMemoryPercent,
    double FaultsPercent,
    double SwitchesPercent,
    double BaselinePeakBytes,
    double CandidatePeakBytes)
{
    /// <summary>One entry for each workload, in the order in which they were first run.</summary>
    public static ImmutableArray<ResourceChange> Of(IEnumerable<DuetRun> runs) =>
        [.. runs.GroupBy(run => run.Workload, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];

    private static ResourceChange Of(string workload, DuetRun[] runs)
    {
        var (peakBefore, peakNow) = (Peak(run => run.Baseline.Use), Peak(run => run.Candidate.Use));
        return new ResourceChange(
            workload,
            Percent(use => use.CpuSeconds),
            Percent(use => use.WallSeconds),
            Percent(use => use.SystemSeconds),
            (peakNow / peakBefore - 1) * 100,
            Percent(use => use.MinorFaults + use.MajorFaults),
            Percent(use => use.VoluntarySwitches + use.InvoluntarySwitches),
            peakBefore,
            peakNow);

        double Percent(Func<ResourceUse, double> figure)
        {
            var before = Median.Of(runs.Select(run => figure(run.Baseline.Use)));
            return before > 0 ? ((Median.Of(runs.Select(run => figure(run.Candidate.Use))) / before) - 1) * 100 : double.NaN;
        }

        // Runs that were too short to be seen say nothing.
        double Peak(Func<DuetRun, ResourceUse> side) => Median.Of(runs.Select(run => (double)side(run).PeakMemoryBytes).Where(bytes => bytes > 0).DefaultIfEmpty(double.NaN));
    }
}
