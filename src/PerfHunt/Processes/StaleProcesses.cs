using PerfHunt.Processes.Linux;

namespace PerfHunt.Processes;

/// <summary>What a hunt that was killed (kill -9, out of memory) left running.</summary>
public static class StaleProcesses
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Ends every process that an earlier hunt in this workspace started: found by the variable that every child carries, sent
    /// TERM, after a grace of 2 seconds KILL. Call it under the repository's lock, before anything is started.
    /// </summary>
    /// <param name="workspace">The workspace as it was given to <see cref="ProcessRunner.Workspace"/>.</param>
    /// <returns>How many processes were ended.</returns>
    public static int EndAll(string workspace)
    {
        var variable = $"{ChildRun.WorkspaceVariable}={workspace}";
        var found = Find(variable);
        Send(found, LibC.SignalTerminate);
        if (!GoneWithin(found, ProcessTree.Grace))
        {
            // What the first ones started meanwhile carries the variable too.
            found = [.. found.Union(Find(variable))];
            Send(found, LibC.SignalKill);
            GoneWithin(found, ProcessTree.Grace);
        }

        return found.Count;
    }

    private static List<ProcessEntry> Find(string variable)
    {
        var table = ProcessTable.All();
        var ours = Ancestry(table);
        return [.. table.Where(entry => entry.IsAlive && !ours.Contains(entry.Pid) && ProcessTable.HasVariable(entry.Pid, variable))];
    }

    // A hunt may run inside another one's child (our own end-to-end tests do); it must not end itself.
    private static HashSet<int> Ancestry(IReadOnlyList<ProcessEntry> table)
    {
        var parents = table.ToDictionary(entry => entry.Pid, entry => entry.Parent);
        var ancestry = new HashSet<int>();
        for (var pid = Environment.ProcessId; pid > 0 && ancestry.Add(pid);)
        {
            pid = parents.GetValueOrDefault(pid);
        }

        return ancestry;
    }

    private static void Send(List<ProcessEntry> entries, int signal)
    {
        foreach (var entry in entries.Where(IsStillThere))
        {
            _ = LibC.Kill(entry.Pid, signal);
        }
    }

    private static bool GoneWithin(List<ProcessEntry> entries, TimeSpan limit)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (entries.Any(IsStillThere))
        {
            if (TimeProvider.System.GetElapsedTime(start) > limit)
            {
                return false;
            }

            CancellationToken.None.WaitHandle.WaitOne(Pause);
        }

        return true;
    }

    private static bool IsStillThere(ProcessEntry entry) =>
        ProcessTable.Find(entry.Pid) is { IsAlive: true } now && now.StartTicks == entry.StartTicks;
}
