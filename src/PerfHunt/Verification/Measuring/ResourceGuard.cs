using System.Globalization;

namespace PerfHunt.Verification.Measuring;

/// <summary>Finds gains that are paid for with something that is not compared: memory, or further processors.</summary>
public static class ResourceGuard
{
    // Below this the working set of a small program moves with a table or a buffer that nobody would mind.
    private const double LeastMemoryBytes = 16 << 20;

    // Two solo runs of one program differ by 8 % in CPU time on a noisy machine; their medians over the rounds by far less than this.
    private const double MostCpuPercent = 20;

    /// <summary>What speaks against a gain, as a sentence without a full stop, or null.</summary>
    /// <param name="changes">What the change does to each workload.</param>
    /// <param name="metric">What the gain is in.</param>
    /// <param name="memoryFactor">From this growth of the peak memory on, above 1, a person decides.</param>
    public static string? Objection(IEnumerable<ResourceChange> changes, Metric metric, double memoryFactor)
    {
        var all = changes.ToList();
        var hungriest = all
            .Where(change => change.CandidatePeakBytes >= memoryFactor * change.BaselinePeakBytes && change.CandidatePeakBytes - change.BaselinePeakBytes >= LeastMemoryBytes)
            .MaxBy(change => change.PeakMemoryPercent);
        var busiest = metric == Metric.Cpu ? null : all.Where(change => change.CpuPercent > MostCpuPercent).MaxBy(change => change.CpuPercent);
        return hungriest is not null
            ? Text($"the gain is paid for with memory: workload {hungriest.Workload} needs {Mebibytes(hungriest.CandidatePeakBytes)} at its peak instead of {Mebibytes(hungriest.BaselinePeakBytes)}")
            : busiest is not null
                ? Text($"the gain is paid for with processors: workload {busiest.Workload} takes {busiest.CpuPercent:0} % more CPU time")
                : null;
    }

    private static string Mebibytes(double bytes) => Text($"{bytes / (1 << 20):0} MiB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
