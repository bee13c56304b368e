using PerfHunt.Processes.Linux;

namespace PerfHunt.Processes;

/// <summary>
/// Processes of ended children that hang on us: for the time after several children ran at once, when an orphan that had thrown its
/// environment away could not be said to be of one or the other.
/// </summary>
public static class Orphans
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Ends every one with KILL, again and again until there are none: what they started hangs on us next. Call it while no child runs.</summary>
    public static void EndAll()
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var found = Find(); found.Count > 0 && TimeProvider.System.GetElapsedTime(start) < Patience; found = Find())
        {
            foreach (var entry in found)
            {
                _ = entry.IsAlive ? LibC.Kill(entry.Pid, LibC.SignalKill) : 0;
                _ = Child.Reap(entry.Pid);
            }

            CancellationToken.None.WaitHandle.WaitOne(Pause);
        }
    }

    // What shares our session is not of a child's tree: every child has a session of its own.
    private static List<ProcessEntry> Find() =>
    [
        .. (ProcessTable.Adopted()?.Select(ProcessTable.Find).OfType<ProcessEntry>() ?? ProcessTable.All().Where(entry => entry.Parent == Environment.ProcessId))
            .Where(entry => !ActiveChildren.IsStarted(entry.Pid) && entry.Session != ActiveChildren.Session),
    ];
}
