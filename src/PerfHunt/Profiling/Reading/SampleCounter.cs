using System.Buffers.Binary;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.PerfData;
using PerfHunt.Profiling.Unwinding;

namespace PerfHunt.Profiling.Reading;

/// <summary>Puts each sample where it belongs: its event, its stack, its symbol.</summary>
internal sealed class SampleCounter(RecordedEvents events, FrameResolver frames, StackWalker walker, CallerLookup lookup, bool byThread)
{
    private const int ModeMask = 7;
    private const int Kernel = 1, User = 2, Hypervisor = 3, GuestKernel = 4;

    // Values from -4095 on are no addresses but tell whose addresses follow (enum perf_callchain_context).
    private const ulong ContextMarks = unchecked((ulong)-4095);
    private const ulong KernelMark = unchecked((ulong)-128), UserMark = unchecked((ulong)-512), HypervisorMark = unchecked((ulong)-32);

    private readonly PlaceTable _places = frames.Places;
    private readonly ulong _behindCall = lookup == CallerLookup.AtCall ? 1UL : 0;
    private readonly EventSamples[] _counts = [.. events.All.Select(_ => new EventSamples { ByThread = byThread ? new CallTree() : null })];
    private readonly List<ulong> _addresses = [];

    // The places of the sample in hand, innermost first.
    private int[] _stack = new int[256];
    private int _depth;

    /// <summary>What was counted, by event.</summary>
    public IReadOnlyList<EventSamples> Counts => _counts;

    /// <summary>Samples that name no known event, or are too short for their fields.</summary>
    public long Damaged { get; private set; }

    /// <summary>Counts a sample.</summary>
    public void Add(Record record)
    {
        var index = events.OfSample(record.Body);
        if (index < 0)
        {
            Damaged++;
            return;
        }

        var layout = events.Layout(index);
        ReadOnlySpan<byte> chain = default;
        if (!layout.TryRead(record.Body, out var sample) || (layout.HasCallChain && !layout.TryCallChain(record.Body, out chain)))
        {
            Damaged++;
            return;
        }

        var count = _counts[index];
        var leaf = Place(sample, record.Misc & ModeMask, sample.Ip);
        count.AddAt(leaf, sample.Period);
        _depth = 0;
        if (layout.HasUserStack && layout.TryUserStack(record.Body, out var user))
        {
            Walk(sample, leaf, user);
        }
        else
        {
            Follow(sample, leaf, chain);
        }

        count.Add(sample, Node(count.Tree));
        count.AddByThread(_stack.AsSpan(0, _depth), sample.Period);
    }

    // The kernel has no part in the copied stack: its one frame stands at the leaf.
    private void Walk(in SampleHead sample, int leaf, UserStack user)
    {
        _addresses.Clear();
        walker.Walk(sample, user, _addresses);
        if (leaf == PlaceTable.Kernel || _addresses.Count == 0)
        {
            Push(leaf);
        }

        foreach (var address in _addresses)
        {
            Push(frames.Find(sample.Pid, address, sample.TimeNs));
        }
    }

    // The first address of a chain is the sample's own.
    private void Follow(in SampleHead sample, int leaf, ReadOnlySpan<byte> chain)
    {
        var mode = User;
        for (; chain.Length >= 8; chain = chain[8..])
        {
            var address = BinaryPrimitives.ReadUInt64LittleEndian(chain);
            if (address >= ContextMarks)
            {
                mode = address switch { KernelMark or HypervisorMark => Kernel, UserMark => User, _ => mode };
                continue;
            }

            Push(_depth == 0 ? leaf : Place(sample, mode, address - _behindCall, isInKernel: leaf == PlaceTable.Kernel));
        }

        if (_depth == 0)
        {
            Push(leaf);
        }
    }

    // All of the kernel is one frame, and so is a row of addresses in no module.
    private void Push(int place)
    {
        if (_depth > 0 && place == _stack[_depth - 1] && place is (PlaceTable.Kernel or PlaceTable.Nowhere))
        {
            return;
        }

        if (_depth == _stack.Length)
        {
            _stack = LargerArray.Of(_stack, _depth * 2);
        }

        _stack[_depth++] = place;
    }

    private int Node(CallTree tree)
    {
        var node = 0;
        for (var index = _depth - 1; index >= 0; index--)
        {
            for (var inner = 0; inner < _places.Depth(_stack[index]); inner++)
            {
                node = tree.Child(node, _places.Symbol(_stack[index], inner));
            }
        }

        return node;
    }

    private int Place(in SampleHead sample, int mode, ulong address, bool isInKernel = false) =>
        mode is Kernel or Hypervisor or GuestKernel ? PlaceTable.Kernel : frames.Find(sample.Pid, address, sample.TimeNs, isInKernel);
}
