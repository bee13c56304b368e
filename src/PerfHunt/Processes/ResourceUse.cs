namespace PerfHunt.Processes;

/// <summary>What a process tree used, as the kernel accounted it (getrusage(2), wait4(2)).</summary>
/// <param name="WallSeconds">Elapsed monotonic time, seconds.</param>
/// <param name="UserSeconds">CPU time in user mode, seconds.</param>
/// <param name="SystemSeconds">CPU time in the kernel, seconds.</param>
/// <param name="PeakMemoryBytes">Largest resident set of any one process of the tree, bytes; 0 for a workload that ended before it could be seen.</param>
/// <param name="MinorFaults">Page faults served without input or output.</param>
/// <param name="MajorFaults">Page faults that needed input or output.</param>
/// <param name="VoluntarySwitches">Context switches because the process waited.</param>
/// <param name="InvoluntarySwitches">Context switches because the time slice ended.</param>
public sealed record ResourceUse(
    double WallSeconds,
    double UserSeconds,
    double SystemSeconds,
    long PeakMemoryBytes,
    long MinorFaults,
    long MajorFaults,
    long VoluntarySwitches,
    long InvoluntarySwitches)
{
    /// <summary>User and system time together, seconds.</summary>
    public double CpuSeconds => UserSeconds + SystemSeconds;

    /// <summary>Both together: times and counts add up, the peak is the larger one.</summary>
    public ResourceUse Plus(ResourceUse other) => new(
        WallSeconds + other.WallSeconds,
        UserSeconds + other.UserSeconds,
        SystemSeconds + other.SystemSeconds,
        Math.Max(PeakMemoryBytes, other.PeakMemoryBytes),
        MinorFaults + other.MinorFaults,
        MajorFaults + other.MajorFaults,
        VoluntarySwitches + other.VoluntarySwitches,
        InvoluntarySwitches + other.InvoluntarySwitches);
}
