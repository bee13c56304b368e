using System.Buffers.Binary;
using PerfHunt.Profiling.PerfData;
using PerfHunt.Profiling.Symbols;
using PerfHunt.Profiling.Unwinding;

namespace PerfHunt.Profiling.Reading;

/// <summary>Puts each sample where it belongs: its event, its stack, its symbol.</summary>
internal sealed class SampleCounter(RecordedEvents events, FrameResolver frames, SymbolRegistry symbols, StackWalker walker, CallerLookup lookup)
{
    private const int ModeMask = 7;
    private const int Kernel = 1, User = 2, Hypervisor = 3, GuestKernel = 4;

    // Values from -4095 on are no addresses but tell whose addresses follow (enum perf_callchain_context).
    private const ulong ContextMarks = unchecked((ulong)-4095);
    private const ulong KernelMark = unchecked((ulong)-128), UserMark = unchecked((ulong)-512), HypervisorMark = unchecked((ulong)-32);

    private readonly PlaceTable _places = frames.Places;
    private readonly ulong _behindCall = lookup == CallerLookup.AtCall ? 1UL : 0;
    private readonly EventSamples[] _counts = [.. events.All.Select(_ => new EventSamples())];
    private readonly List<ulong> _addresses = [];
    private int[] _stack = new int[256];

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
        if (layout.HasUserStack && layout.TryUserStack(record.Body, out var user))
        {
            count.Add(sample, Walked(count, sample, leaf, user));
            return;
        }

        count.Add(sample, chain.IsEmpty ? Child(count, 0, leaf) : Node(count, sample, leaf, chain));
    }

    // The kernel has no part in the copied stack: its one frame stands at the leaf.
    private int Walked(EventSamples count, in SampleHead sample, int leaf, UserStack user)
    {
        _addresses.Clear();
        walker.Walk(sample, user, _addresses);
        var node = 0;
        for (var index = _addresses.Count - 1; index >= 0; index--)
        {
            var place = frames.Find(sample.Pid, _addresses[index], sample.TimeNs);
            node = place == PlaceTable.Nowhere && node > 0 && count.Tree.Symbol(node) == symbols.Nowhere ? node : Child(count, node, place);
        }

        return leaf == PlaceTable.Kernel || _addresses.Count == 0 ? Child(count, node, leaf) : node;
    }

    // The chain goes outwards, the tree inwards. Its first address is the sample's own.
    private int Node(EventSamples count, in SampleHead sample, int leaf, ReadOnlySpan<byte> chain)
    {
        var depth = 0;
        var mode = User;
        var first = true;
        var previous = PlaceTable.Nowhere;
        if (chain.Length / 8 > _stack.Length)
        {
            _stack = new int[chain.Length / 8];
        }

        for (; chain.Length >= 8; chain = chain[8..])
        {
            var address = BinaryPrimitives.ReadUInt64LittleEndian(chain);
            if (address >= ContextMarks)
            {
                mode = address switch { KernelMark or HypervisorMark => Kernel, UserMark => User, _ => mode };
                continue;
            }

            var place = first ? leaf : Place(sample, mode, address - _behindCall, isInKernel: leaf == PlaceTable.Kernel);
            if (first || !IsOneWith(place, previous))
            {
                _stack[depth++] = place;
            }

            first = false;
            previous = place;
        }

        var node = depth == 0 ? Child(count, 0, leaf) : 0;
        while (depth > 0)
        {
            node = Child(count, node, _stack[--depth]);
        }

        return node;
    }

    private int Child(EventSamples count, int node, int place)
    {
        for (var depth = 0; depth < _places.Depth(place); depth++)
        {
            node = count.Tree.Child(node, _places.Symbol(place, depth));
        }

        return node;
    }

    // All of the kernel is one frame, and so is a row of addresses in no module.
    private static bool IsOneWith(int place, int previous) => place == previous && place is (PlaceTable.Kernel or PlaceTable.Nowhere);

    private int Place(in SampleHead sample, int mode, ulong address, bool isInKernel = false) =>
        mode is Kernel or Hypervisor or GuestKernel ? PlaceTable.Kernel : frames.Find(sample.Pid, address, sample.TimeNs, isInKernel);
}
