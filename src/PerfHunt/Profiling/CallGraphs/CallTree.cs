using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.CallGraphs;

/// <summary>
/// All stacks of a recording, merged from the root: a node is a symbol as it was called by its parent. A node's number is
/// larger than its parent's. Node 0 is the root and no symbol.
/// </summary>
internal sealed class CallTree
{
    private const int NoSymbol = -1;
    private readonly KeyTable children = new();
    private int[] parents = new int[64];
    private int[] symbols = new int[64];
    private ulong[] periods = new ulong[64];
    private long[] samples = new long[64];

    public CallTree()
    {
        symbols[0] = NoSymbol;
        Count = 1;
    }

    /// <summary>Number of nodes, with the root.</summary>
    public int Count { get; private set; }

    /// <summary>The caller of a node; 0 for the outermost functions.</summary>
    public int Parent(int node) => parents[node];

    /// <summary>The symbol of a node.</summary>
    public int Symbol(int node) => symbols[node];

    /// <summary>Sum of the periods of the samples that ended in this node.</summary>
    public ulong SelfPeriod(int node) => periods[node];

    /// <summary>Number of the samples that ended in this node.</summary>
    public long SelfSamples(int node) => samples[node];

    /// <summary>The node of a symbol called by a node; made when there is none.</summary>
    public int Child(int parent, int symbol)
    {
        var key = ((ulong)(uint)parent << 32) | (uint)symbol;
        var node = children.Find(key);
        if (node < 0)
        {
            node = Append(parent, symbol);
            children.Add(key, node);
        }

        return node;
    }

    /// <summary>Counts a sample.</summary>
    public void AddSample(int node, ulong period) => AddSamples(node, 1, period);

    /// <summary>Counts several samples.</summary>
    public void AddSamples(int node, long count, ulong period)
    {
        periods[node] = unchecked(periods[node] + period);
        samples[node] += count;
    }

    private int Append(int parent, int symbol)
    {
        if (Count == parents.Length)
        {
            var length = Count * 2;
            parents = LargerArray.Of(parents, length);
            symbols = LargerArray.Of(symbols, length);
            periods = LargerArray.Of(periods, length);
            samples = LargerArray.Of(samples, length);
        }

        parents[Count] = parent;
        symbols[Count] = symbol;
        return Count++;
    }
}
