using System.Globalization;

namespace PerfHunt.Processes.Linux;

/// <summary>
/// The children of this process that run now, and whose processes are whose. One for the whole process, since children,
/// orphans and the role of their reaper belong to the process as the kernel sees it.
/// </summary>
internal static class ActiveChildren
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, Child> Running = [];
    private static readonly Dictionary<(int Pid, long StartTicks), int> Owners = [];
    private static readonly SortedSet<int> PlacesTaken = [];
    private static readonly Lazy<int> OwnSession = new(() => ProcessTable.Find(Environment.ProcessId)?.Session ?? 0);
    private static bool _prepared;

    /// <summary>Our own session, in which no process of a child's tree can be.</summary>
    public static int Session => OwnSession.Value;

    /// <summary>
    /// Takes the lowest free place and gives the marker for it. Places, not random names: equal runs get equal environments, to
    /// the byte. The process id tells it from the markers of another hunt.
    /// </summary>
    public static (int Place, string Marker) TakePlace()
    {
        lock (Gate)
        {
            Prepare();
            var place = 0;
            while (!PlacesTaken.Add(place))
            {
                place++;
            }

            return (place, string.Create(CultureInfo.InvariantCulture, $"{Child.RunVariable}={Environment.ProcessId:D10}.{place:D3}"));
        }
    }

    /// <summary>Gives a place back.</summary>
    public static void LeavePlace(int place)
    {
        lock (Gate)
        {
            PlacesTaken.Remove(place);
        }
    }

    /// <summary>
    /// Starts a child and adds it. Under the lock, so that nobody who looks at the process table meanwhile takes it for an orphan.
    /// </summary>
    public static Child Start(Func<Child> start)
    {
        lock (Gate)
        {
            var child = start();
            Running[child.Pid] = child;
            return child;
        }
    }

    /// <summary>Removes a child that was reaped or given up.</summary>
    public static void Remove(Child child)
    {
        lock (Gate)
        {
            // Its number is free since it was reaped, and may be another child's by now.
            if (Running.GetValueOrDefault(child.Pid) == child)
            {
                Running.Remove(child.Pid);
            }

            if (Running.Count == 0)
            {
                Owners.Clear();
            }
        }
    }

    /// <summary>True for the process id of a child that was started by us and not adopted.</summary>
    public static bool IsStarted(int pid)
    {
        lock (Gate)
        {
            return Running.ContainsKey(pid);
        }
    }

    /// <summary>
    /// While several children run: remembers whose the adopted orphans are, as long as they live and can be asked; a zombie has
    /// no environment any more.
    /// </summary>
    public static void NoteOwners()
    {
        lock (Gate)
        {
            if (Running.Count < 2)
            {
                return;
            }
        }

        foreach (var entry in (ProcessTable.Adopted() ?? []).Where(pid => !IsStarted(pid)).Select(ProcessTable.Find).OfType<ProcessEntry>())
        {
            _ = OwnerOf(entry);
        }
    }

    /// <summary>
    /// The process id of the child that an adopted orphan stems from: by its session, by what was noted, by the marker in its
    /// environment, or because only one child runs. Null when none of these tells.
    /// </summary>
    public static int? OwnerOf(ProcessEntry orphan)
    {
        Child[] running;
        lock (Gate)
        {
            if (Running.ContainsKey(orphan.Session))
            {
                return orphan.Session;
            }

            if (Owners.TryGetValue((orphan.Pid, orphan.StartTicks), out var known))
            {
                return known;
            }

            running = [.. Running.Values];
        }

        var owner = running.Length == 1 ? running[0] : running.FirstOrDefault(child => ProcessTable.HasVariable(orphan.Pid, child.Marker));
        if (owner is null)
        {
            return null;
        }

        lock (Gate)
        {
            Owners[(orphan.Pid, orphan.StartTicks)] = owner.Pid;
        }

        return owner.Pid;
    }

    private static unsafe void Prepare()
    {
        if (_prepared)
        {
            return;
        }

        _prepared = true;
        _ = LibC.Prctl(LibC.SetChildSubreaper, 1, 0, 0, 0);

        // Somebody may have started us with SIGCHLD ignored; the kernel would then throw away what children used and how they ended.
        const int ActionBytes = 256;
        var action = stackalloc byte[ActionBytes];
        new Span<byte>(action, ActionBytes).Clear();
        if (LibC.SignalAction(LibC.SignalChild, null, action) == 0 && *(nint*)action == 1)
        {
            new Span<byte>(action, ActionBytes).Clear();
            _ = LibC.SignalAction(LibC.SignalChild, action, null);
        }
    }
}
