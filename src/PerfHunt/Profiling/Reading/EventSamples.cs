using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.PerfData;

namespace PerfHunt.Profiling.Reading;

/// <summary>The samples of one event while they are counted.</summary>
internal sealed class EventSamples
{
    private readonly KeyTable threadNumbers = new();
    private readonly List<ThreadCount> threads = [];
    private ulong[] placePeriods = new ulong[64];
    private long[] placeSamples = new long[64];
    private ThreadCount? last;

    /// <summary>The stacks; without call chains, all nodes hang from the root.</summary>
    public CallTree Tree { get; } = new();

    /// <summary>Number of samples.</summary>
    public long Count { get; private set; }

    /// <summary>Sum of their periods.</summary>
    public ulong Period { get; private set; }

    /// <summary>The threads that were sampled.</summary>
    public IReadOnlyList<ThreadCount> Threads => threads;

    /// <summary>Counts a sample at a node of the tree.</summary>
    public void Add(in SampleHead sample, int node)
    {
        Tree.AddSample(node, sample.Period);
        Count++;
        Period = unchecked(Period + sample.Period);
        if (last is null || last.Tid != sample.Tid || last.Pid != sample.Pid)
        {
            last = Thread(sample.Pid, sample.Tid);
        }

        last.Samples++;
        last.Period = unchecked(last.Period + sample.Period);
    }

    /// <summary>Counts a sample at the instruction that it was taken at.</summary>
    public void AddAt(int place, ulong period)
    {
        if (place >= placePeriods.Length)
        {
            var length = Math.Max(placePeriods.Length * 2, place + 1);
            placePeriods = LargerArray.Of(placePeriods, length);
            placeSamples = LargerArray.Of(placeSamples, length);
        }

        placePeriods[place] += period;
        placeSamples[place]++;
    }

    /// <summary>Number of the samples at an instruction.</summary>
    public long SamplesAt(int place) => place < placeSamples.Length ? placeSamples[place] : 0;

    /// <summary>Sum of the periods of the samples at an instruction.</summary>
    public ulong PeriodAt(int place) => place < placePeriods.Length ? placePeriods[place] : 0;

    private ThreadCount Thread(int pid, int tid)
    {
        var key = ((ulong)(uint)pid << 32) | (uint)tid;
        var number = threadNumbers.Find(key);
        if (number < 0)
        {
            number = threads.Count;
            threads.Add(new ThreadCount(pid, tid));
            threadNumbers.Add(key, number);
        }

        return threads[number];
    }

    /// <summary>One thread's sums.</summary>
    internal sealed class ThreadCount(int pid, int tid)
    {
        public int Pid { get; } = pid;

        public int Tid { get; } = tid;

        public long Samples { get; set; }

        public ulong Period { get; set; }
    }
}
