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

    private readonly ulong behindCall = lookup == CallerLookup.AtCall ? 1UL : 0;
    private readonly EventSamples[] counts = [.. events.All.Select(_ => new EventSamples())];
    private readonly List<ulong> addresses = [];
    private int[] stack = new int[256];

    /// <summary>What was counted, by event.</summary>
    public IReadOnlyList<EventSamples> Counts => counts;

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

        var count = counts[index];
        var leaf = Symbol(sample, record.Misc & ModeMask, sample.Ip);
        if (layout.HasUserStack && layout.TryUserStack(record.Body, out var user))
        {
            count.Add(sample, Walked(count, sample, leaf, user));
            return;
        }

        count.Add(sample, chain.IsEmpty ? count.Tree.Child(0, leaf) : Node(count, sample, leaf, chain));
    }

    // The kernel has no part in the copied stack: its one frame stands at the leaf.
    private int Walked(EventSamples count, in SampleHead sample, int leaf, UserStack user)
    {
        addresses.Clear();
        walker.Walk(sample, user, addresses);
        var node = 0;
        for (var index = addresses.Count - 1; index >= 0; index--)
        {
            var symbol = frames.Find(sample.Pid, addresses[index], sample.TimeNs);
            node = symbol == symbols.Nowhere && node > 0 && count.Tree.Symbol(node) == symbol ? node : count.Tree.Child(node, symbol);
        }

        return leaf == symbols.Kernel || addresses.Count == 0 ? count.Tree.Child(node, leaf) : node;
    }

    // The chain goes outwards, the tree inwards. Its first address is the sample's own.
    private int Node(EventSamples count, in SampleHead sample, int leaf, ReadOnlySpan<byte> chain)
    {
        var depth = 0;
        var mode = User;
        var first = true;
        var previous = symbols.Nowhere;
        if (chain.Length / 8 > stack.Length)
        {
            stack = new int[chain.Length / 8];
        }

        for (; chain.Length >= 8; chain = chain[8..])
        {
            var address = BinaryPrimitives.ReadUInt64LittleEndian(chain);
            if (address >= ContextMarks)
            {
                mode = address switch { KernelMark or HypervisorMark => Kernel, UserMark => User, _ => mode };
                continue;
            }

            var symbol = first ? leaf : Symbol(sample, mode, address - behindCall);
            if (first || !IsOneWith(symbol, previous))
            {
                stack[depth++] = symbol;
            }

            first = false;
            previous = symbol;
        }

        var node = depth == 0 ? count.Tree.Child(0, leaf) : 0;
        while (depth > 0)
        {
            node = count.Tree.Child(node, stack[--depth]);
        }

        return node;
    }

    // All of the kernel is one frame, and so is a row of addresses in no module.
    private bool IsOneWith(int symbol, int previous) => symbol == previous && (symbol == symbols.Kernel || symbol == symbols.Nowhere);

    private int Symbol(in SampleHead sample, int mode, ulong address) =>
        mode is Kernel or Hypervisor or GuestKernel ? symbols.Kernel : frames.Find(sample.Pid, address, sample.TimeNs);
}
