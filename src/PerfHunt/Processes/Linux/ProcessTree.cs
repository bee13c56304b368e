namespace PerfHunt.Processes.Linux;

/// <summary>A child with all that stems from it. Ends the tree, reaps its orphans and adds up what they used.</summary>
internal sealed class ProcessTree(Child child)
{
    /// <summary>Between TERM and KILL: long enough for a program to remove its lock files, short enough for an unattended loop.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // A killed process ends at once unless the kernel holds it (a hanging disk); we then go on without it.
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);
    private readonly List<KernelUsage> _orphans = [];

    /// <summary>What the reaped orphans used.</summary>
    public IReadOnlyList<KernelUsage> Orphans => _orphans;

    /// <summary>TERM, grace, KILL for everything of the tree that lives. Returns how many processes there were besides the child.</summary>
    public int End()
    {
        if (child.HasEnded && !MayHaveOrphans())
        {
            return 0;
        }

        var living = Living();
        var leftovers = living.Count(entry => entry.Pid != child.Pid);
        if (living.Count > 0)
        {
            Send(living, LibC.SignalTerminate);
            if (!GoneWithin(Grace, resend: null))
            {
                GoneWithin(KillPatience, resend: LibC.SignalKill);
            }
        }

        return leftovers;
    }

    /// <summary>True when something besides children that we started hangs on us, or when that cannot be told cheaply.</summary>
    private static bool MayHaveOrphans() => ProcessTable.Adopted() is not { } adopted || adopted.Any(pid => !ActiveChildren.IsStarted(pid));

    // Never to group 1 or 0: kill(2) would take -1 for everybody. To groups: the kernel then lets no member fork away meanwhile. A group lies within its session, so nobody else is in it.
    private static void Send(IEnumerable<ProcessEntry> living, int signal)
    {
        foreach (var group in living.Select(entry => entry.Group).Where(group => group > 1).Distinct())
        {
            _ = LibC.Kill(-group, signal);
        }
    }

    private bool GoneWithin(TimeSpan limit, int? resend)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var living = Living();
            if (living.Count == 0)
            {
                return true;
            }

            if (resend is { } signal)
            {
                Send(living, signal);
            }

            if (TimeProvider.System.GetElapsedTime(start) > limit)
            {
                return false;
            }

            CancellationToken.None.WaitHandle.WaitOne(pause);
        }
    }

    /// <summary>The living processes of the tree; dead orphans met on the way are reaped.</summary>
    private List<ProcessEntry> Living()
    {
        var table = ProcessTable.All();
        var ofParent = table.ToLookup(entry => entry.Parent);
        var living = new List<ProcessEntry>();
        var next = new Stack<ProcessEntry>(ofParent[Environment.ProcessId].Where(IsRoot));
        while (next.TryPop(out var entry))
        {
            if (entry.IsAlive)
            {
                living.Add(entry);
            }
            else if (entry.Pid != child.Pid && entry.Parent == Environment.ProcessId && Child.Reap(entry.Pid) is { } ending)
            {
                _orphans.Add(ending.Usage);
            }

            foreach (var descendant in ofParent[entry.Pid])
            {
                next.Push(descendant);
            }
        }

        return living;
    }

    private bool IsRoot(ProcessEntry entry) =>
        entry.Pid == child.Pid
        || (!ActiveChildren.IsStarted(entry.Pid)
            && entry.Session != ActiveChildren.Session
            && (entry.StartTicks >= child.StartTicks || !entry.IsAlive)
            && ActiveChildren.OwnerOf(entry) == child.Pid);
}
