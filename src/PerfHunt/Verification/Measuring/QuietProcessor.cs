using System.Globalization;
using PerfHunt.Processes;

namespace PerfHunt.Verification.Measuring;

/// <summary>Finds the processor that is disturbed least.</summary>
public static class QuietProcessor
{
    // Some 30 clock ticks: enough to see a busy neighbour, short against a round of the suite.
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(300);

    // A clock tick of /proc/stat (USER_HZ), which is 100 a second on every Linux.
    private const double TicksPerSecond = 100;
    private const string Running = "procs_running ";

    /// <summary>Watches the processors for a third of a second and names the quietest that we may use.</summary>
    public static ProcessorLook Look()
    {
        var started = TimeProvider.System.GetTimestamp();
        var before = ProcessorTimes.Parse(File.ReadAllText("/proc/stat"));
        CancellationToken.None.WaitHandle.WaitOne(Watch);
        var after = ProcessorTimes.Parse(File.ReadAllText("/proc/stat"));
        return Choose(before, after, AllowedProcessors.List(), TimeProvider.System.GetElapsedTime(started));
    }

    /// <summary>True when a thread besides the asking one runs now, or waits for a processor (<c>procs_running</c> of proc_stat(5)); false where that is not told.</summary>
    public static bool OthersRun() => IsShared(File.ReadAllText("/proc/stat"));

    /// <summary>The same from the text of <c>/proc/stat</c>.</summary>
    internal static bool IsShared(string stat) => stat.Split('\n')
        .Where(line => line.StartsWith(Running, StringComparison.Ordinal))
        .Any(line => int.TryParse(line.AsSpan(Running.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 1);

    /// <summary>
    /// The allowed processor with the least time busy or stolen between two readings; of equal ones the highest number, because
    /// interrupts go to the low ones first. The first allowed one, as quiet, when there are no readings.
    /// </summary>
    internal static ProcessorLook Choose(
        IReadOnlyList<ProcessorTimes> before, IReadOnlyList<ProcessorTimes> after, IReadOnlyList<int> allowed, TimeSpan between)
    {
        var earlier = before.ToDictionary(times => times.Cpu, Disturbed);
        var ticks = between.TotalSeconds * TicksPerSecond;
        var shares = after
            .Where(times => allowed.Contains(times.Cpu) && earlier.ContainsKey(times.Cpu))
            .Select(times => (times.Cpu, Share: (Disturbed(times) - earlier[times.Cpu]) / ticks))
            .OrderBy(one => one.Share)
            .ThenByDescending(one => one.Cpu)
            .ToList();
        return shares.Count == 0 ? new(allowed[0], 0, 0) : new(shares[0].Cpu, shares[0].Share, shares.Average(one => one.Share));
    }

    private static long Disturbed(ProcessorTimes times) => times.BusyTicks + times.StealTicks;
}
