using PerfHunt.Processes;

namespace PerfHunt.Verification.Measuring;

/// <summary>Finds the processor that is disturbed least.</summary>
public static class QuietProcessor
{
    // Some 30 clock ticks: enough to see a busy neighbour, short against a round of the suite.
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(300);

    /// <summary>Watches the processors for a third of a second and names the quietest that we may use.</summary>
    public static int Find()
    {
        var before = ProcessorTimes.Parse(File.ReadAllText("/proc/stat"));
        CancellationToken.None.WaitHandle.WaitOne(Watch);
        return Choose(before, ProcessorTimes.Parse(File.ReadAllText("/proc/stat")), AllowedProcessors.List());
    }

    /// <summary>
    /// The allowed processor with the least time busy or stolen between two readings; of equal ones the highest number, because
    /// interrupts go to the low ones first. The first allowed one when there are no readings.
    /// </summary>
    internal static int Choose(IReadOnlyList<ProcessorTimes> before, IReadOnlyList<ProcessorTimes> after, IReadOnlyList<int> allowed)
    {
        var earlier = before.ToDictionary(times => times.Cpu, Disturbed);
        return after
            .Where(times => allowed.Contains(times.Cpu) && earlier.ContainsKey(times.Cpu))
            .OrderBy(times => Disturbed(times) - earlier[times.Cpu])
            .ThenByDescending(times => times.Cpu)
            .Select(times => times.Cpu)
            .FirstOrDefault(allowed[0]);
    }

    private static long Disturbed(ProcessorTimes times) => times.BusyTicks + times.StealTicks;
}
