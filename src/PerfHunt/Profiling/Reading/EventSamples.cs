using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.PerfData;

namespace PerfHunt.Profiling.Reading;

/// <summary>The samples of one event while they are counted.</summary>
internal sealed class EventSamples
{
    private readonly KeyTable _threadNumbers = new();
    private readonly List<ThreadCount> _threads = [];
    private ulong[] _placePeriods = new ulong[64];
    private long[] _placeSamples = new long[64];
    private ThreadCount? _last;

    /// <summary>The stacks; without call chains, all nodes hang from the root.</summary>
    public CallTree Tree { get; } = new();

    /// <summary>The same by thread and address: below the root are numbers of threads, below those places. Null when nobody asks for it.</summary>
    public CallTree? ByThread { get; init; }

    /// <summary>Number of samples.</summary>
    public long Count { get; private set; }

    /// <summary>Sum of their periods.</summary>
    public ulong Period { get; private set; }

    /// <summary>The threads that were sampled.</summary>
    public IReadOnlyList<ThreadCount> Threads => _threads;

    /// <summary>Counts a sample at a node of the tree.</summary>
    public void Add(in SampleHead sample, int node)
    {
        Tree.AddSample(node, sample.Period);
        Count++;
        Period = unchecked(Period + sample.Period);
        if (_last is null || _last.Tid != sample.Tid || _last.Pid != sample.Pid)
        {
            _last = Thread(sample.Pid, sample.Tid);
        }

        _last.Samples++;
        _last.Period = unchecked(_last.Period + sample.Period);
    }

    /// <summary>Counts the sample that was added last by its thread and its addresses.</summary>
    /// <param name="stack">Their places, innermost first.</param>
    /// <param name="period">The sample's period.</param>
    public void AddByThread(ReadOnlySpan<int> stack, ulong period)
    {
        if (ByThread is null)
        {
            return;
        }

        var node = ByThread.Child(0, _last!.Number);
        for (var index = stack.Length - 1; index >= 0; index--)
        {
            node = ByThread.Child(node, stack[index]);
        }

        ByThread.AddSample(node, period);
    }

    /// <summary>Counts a sample at the instruction that it was taken at.</summary>
    public void AddAt(int place, ulong period)
    {
        if (place >= _placePeriods.Length)
        {
            var length = Math.Max(_placePeriods.Length * 2, place + 1);
            _placePeriods = LargerArray.Of(_placePeriods, length);
            _placeSamples = LargerArray.Of(_placeSamples, length);
        }

        _placePeriods[place] += period;
        _placeSamples[place]++;
    }

    /// <summary>Number of the samples at an instruction.</summary>
    public long SamplesAt(int place) => place < _placeSamples.Length ? _placeSamples[place] : 0;

    /// <summary>Sum of the periods of the samples at an instruction.</summary>
    public ulong PeriodAt(int place) => place < _placePeriods.Length ? _placePeriods[place] : 0;

    private ThreadCount Thread(int pid, int tid)
    {
        var key = ((ulong)(uint)pid << 32) | (uint)tid;
        var number = _threadNumbers.Find(key);
        if (number < 0)
        {
            number = _threads.Count;
            _threads.Add(new ThreadCount(number, pid, tid));
            _threadNumbers.Add(key, number);
        }

        return _threads[number];
    }

    /// <summary>One thread's sums.</summary>
    internal sealed class ThreadCount(int number, int pid, int tid)
    {
        public int Number { get; } = number;

        public int Pid { get; } = pid;

        public int Tid { get; } = tid;

        public long Samples { get; set; }

        public ulong Period { get; set; }
    }
}
