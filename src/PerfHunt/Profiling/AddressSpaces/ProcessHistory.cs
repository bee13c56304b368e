namespace PerfHunt.Profiling.AddressSpaces;

/// <summary>
/// Which address space and which thread names there were at any time of a recording. It is filled in order of time from the
/// records that are no samples, before samples are looked up; so samples need not be put in order.
/// </summary>
internal sealed class ProcessHistory
{
    private readonly Dictionary<int, List<AddressSpace>> _spaces = [];
    private readonly Dictionary<int, string> _names = [];
    private int _lastPid = int.MinValue;
    private List<AddressSpace>? _lastSpaces;

    /// <summary>The process that perf started: the first one that executed a program; null when perf only watched.</summary>
    public int? MainPid { get; private set; }

    /// <summary>A mapping was made.</summary>
    public void Map(int pid, Mapping mapping) => Current(pid, mapping.FromNs).Add(mapping);

    /// <summary>A process was forked from another.</summary>
    public void Fork(int pid, int parentPid, ulong timeNs)
    {
        if (pid != parentPid)
        {
            History(pid).Add(new AddressSpace(timeNs, Current(parentPid, timeNs)));
        }
    }

    /// <summary>A process executed a program: all that was mapped is gone.</summary>
    public void Execute(int pid, ulong timeNs)
    {
        MainPid ??= pid;
        History(pid).Add(new AddressSpace(timeNs, parent: null));
    }

    /// <summary>A thread got a name.</summary>
    public void Name(int tid, string name)
    {
        _names[tid] = name;
    }

    /// <summary>A thread was started: it has its creator's name until it gets its own.</summary>
    public void InheritName(int tid, int parentTid)
    {
        if (_names.TryGetValue(parentTid, out var known))
        {
            Name(tid, known);
        }
    }

    /// <summary>What lies at an address of a process at a time; null when nothing is known to.</summary>
    public Mapping? Find(int pid, ulong address, ulong timeNs) =>
        IndexAt(pid, timeNs) is >= 0 and var index ? _lastSpaces![index].Find(address, timeNs) : null;

    /// <summary>What lay at an address before the last exec; null when there was none. While the kernel executes a program, its caller is still the old one.</summary>
    public Mapping? FindBeforeExec(int pid, ulong address, ulong timeNs) =>
        IndexAt(pid, timeNs) is > 0 and var index && _lastSpaces![index].IsFresh ? _lastSpaces[index - 1].Find(address, _lastSpaces[index].FromNs) : null;

    /// <summary>The last name of a thread, or null.</summary>
    public string? NameOf(int tid) => _names.TryGetValue(tid, out var known) ? known : null;

    /// <summary>The program that the main process ran last: the first thing that it mapped; null when unknown.</summary>
    public Mapping? MainProgram() =>
        MainPid is { } pid && _spaces.TryGetValue(pid, out var history) ? history.FindLast(space => space.First is not null)?.First : null;

    // In lastSpaces; -1 when nothing is known of the process.
    private int IndexAt(int pid, ulong timeNs)
    {
        if (pid != _lastPid)
        {
            _lastPid = pid;
            _lastSpaces = _spaces.TryGetValue(pid, out var known) ? known : null;
        }

        if (_lastSpaces is not { } history)
        {
            return -1;
        }

        // Before the first one begins: perf tells of running processes with time 0, or their fork was lost.
        var index = history.Count - 1;
        while (index > 0 && history[index].FromNs > timeNs)
        {
            index--;
        }

        return index;
    }

    private AddressSpace Current(int pid, ulong timeNs)
    {
        var history = History(pid);
        if (history.Count == 0)
        {
            history.Add(new AddressSpace(timeNs, parent: null));
        }

        return history[^1];
    }

    private List<AddressSpace> History(int pid)
    {
        if (!_spaces.TryGetValue(pid, out var history))
        {
            _spaces.Add(pid, history = []);
        }

        return history;
    }
}
