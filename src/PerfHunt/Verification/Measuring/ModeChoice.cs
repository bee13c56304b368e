using PerfHunt.Workloads;

namespace PerfHunt.Verification.Measuring;

/// <summary>Decides from solo runs whether duets are fair to a program.</summary>
public static class ModeChoice
{
    // One processor cannot give more than its own time; the rest is for rounding and for helper threads that do next to nothing.
    private const double MostOfOneProcessor = 1.15;

    /// <summary>
    /// Duets unless some workload used clearly more than one processor: squeezed into one, its threads would wait for each other.
    /// A program that waits much (for a disk, a clock) is fair in a duet too, because CPU time is compared. Everything but CPU time is
    /// measured by solo runs.
    /// </summary>
    /// <param name="soloRuns">Runs that were alone and not pinned to one processor.</param>
    /// <param name="metric">What is compared.</param>
    public static MeasuringMode For(IEnumerable<WorkloadRun> soloRuns, Metric metric = Metric.Cpu) =>
        metric != Metric.Cpu || soloRuns.Any(run => run.Use.CpuSeconds > MostOfOneProcessor * run.Use.WallSeconds)
            ? MeasuringMode.Solo
            : MeasuringMode.Duet;
}
