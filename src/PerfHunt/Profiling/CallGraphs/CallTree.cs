using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.CallGraphs;

/// <summary>
/// All stacks of a recording, merged from the root: a node is a symbol as it was called by its parent. A node's number is
/// larger than its parent's. Node 0 is the root and no symbol.
/// </summary>
internal sealed class CallTree
{
    private const int NoSymbol = -1;
    private readonly KeyTable _children = new();
    private int[] _parents = new int[64];
    private int[] _symbols = new int[64];
    private ulong[] _periods = new ulong[64];
    private long[] _samples = new long[64];

    public CallTree()
    {
        _symbols[0] = NoSymbol;
        Count = 1;
    }

    /// <summary>Number of nodes, with the root.</summary>
    public int Count { get; private set; }

    /// <summary>The caller of a node; 0 for the outermost functions.</summary>
    public int Parent(int node) => _parents[node];

    /// <summary>The symbol of a node.</summary>
    public int Symbol(int node) => _symbols[node];

    /// <summary>Sum of the periods of the samples that ended in this node.</summary>
    public ulong SelfPeriod(int node) => _periods[node];

    /// <summary>Number of the samples that ended in this node.</summary>
    public long SelfSamples(int node) => _samples[node];

    /// <summary>The node of a symbol called by a node; made when there is none.</summary>
    public int Child(int parent, int symbol)
    {
        var key = ((ulong)(uint)parent << 32) | (uint)symbol;
        var node = _children.Find(key);
        if (node < 0)
        {
            node = Append(parent, symbol);
            _children.Add(key, node);
        }

        return node;
    }

    /// <summary>Counts a sample.</summary>
    public void AddSample(int node, ulong period) => AddSamples(node, 1, period);

    /// <summary>Counts several samples.</summary>
    public void AddSamples(int node, long count, ulong period)
    {
        _periods[node] = unchecked(_periods[node] + period);
        _samples[node] += count;
    }

    private int Append(int parent, int symbol)
    {
        if (Count == _parents.Length)
        {
            var length = Count * 2;
            _parents = LargerArray.Of(_parents, length);
            _symbols = LargerArray.Of(_symbols, length);
            _periods = LargerArray.Of(_periods, length);
            _samples = LargerArray.Of(_samples, length);
        }

        _parents[Count] = parent;
        _symbols[Count] = symbol;
        return Count++;
    }
}
