using System.Collections.Immutable;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.CallGraphs;

/// <summary>Who called whom in a recording, counted by samples. Each sample counts a function once, however often it is on its stack.</summary>
public sealed class CallGraph
{
    private readonly CallTree _tree;
    private readonly IReadOnlyList<StackFrame> _symbols;
    private readonly ulong _total;

    internal CallGraph(CallTree tree, IReadOnlyList<StackFrame> symbols)
    {
        _tree = tree;
        _symbols = symbols;
        for (var node = 0; node < tree.Count; node++)
        {
            _total += tree.SelfPeriod(node);
        }
    }

    /// <summary>Number of nodes of the tree of stacks; node 0 is the root and no function. A node's number is larger than its caller's.</summary>
    public int NodeCount => _tree.Count;

    /// <summary>Sum of the periods of all samples.</summary>
    public ulong TotalPeriod => _total;

    /// <summary>The caller of a node; 0 for the outermost functions.</summary>
    public int Caller(int node) => _tree.Parent(node);

    /// <summary>The function of a node other than 0.</summary>
    public StackFrame Frame(int node) => _symbols[_tree.Symbol(node)];

    /// <summary>Sum of the periods of the samples that ended in a node.</summary>
    public ulong SelfPeriod(int node) => _tree.SelfPeriod(node);

    /// <summary>Number of the samples that ended in a node.</summary>
    public long SelfSamples(int node) => _tree.SelfSamples(node);

    /// <summary>The functions from the outermost to a node.</summary>
    public ImmutableArray<StackFrame> Stack(int node)
    {
        var frames = new List<StackFrame>();
        for (; node > 0; node = _tree.Parent(node))
        {
            frames.Add(Frame(node));
        }

        frames.Reverse();
        return [.. frames];
    }

    /// <summary>Callers and callees of a function; null when it is in no sample.</summary>
    /// <param name="symbol">Its demangled name, as the profile has it; equal names in several modules are taken together.</param>
    public CallNeighbours? Neighbours(string symbol)
    {
        var wanted = Enumerable.Range(0, _symbols.Count).Where(number => _symbols[number].Symbol == symbol).ToHashSet();
        var callers = new Dictionary<int, ulong>();
        var callees = new Dictionary<int, ulong>();
        ulong within = 0;
        ulong self = 0;
        for (var leaf = 1; leaf < _tree.Count; leaf++)
        {
            if (_tree.SelfPeriod(leaf) is > 0 and var period && Crossing(leaf, wanted) is var (callee, caller))
            {
                within += period;
                self += callee < 0 ? period : 0;
                Add(callees, callee, period);
                Add(callers, caller, period);
            }
        }

        return wanted.Count == 0 || within == 0
            ? null
            : new CallNeighbours(symbol, Percent(within, _total), Percent(self, within), Ranked(callers, within), Ranked(callees, within));
    }

    /// <summary>The stacks of several recordings as one.</summary>
    internal static CallGraph Merge(IEnumerable<CallGraph> graphs)
    {
        var registry = new SymbolRegistry();
        var merged = new CallTree();
        foreach (var graph in graphs)
        {
            var numbers = new int[graph.NodeCount];
            for (var node = 1; node < numbers.Length; node++)
            {
                numbers[node] = merged.Child(numbers[graph.Caller(node)], registry.Number(graph._symbols[graph._tree.Symbol(node)]));
                merged.AddSamples(numbers[node], graph.SelfSamples(node), graph.SelfPeriod(node));
            }
        }

        return new CallGraph(merged, registry.Keys);
    }

    /// <summary>Each symbol's part of all samples, hottest first; without the share of what it called where callers are not known.</summary>
    internal ImmutableArray<SymbolShare> Shares(bool hasCallChains)
    {
        var periods = new ulong[_symbols.Count];
        var samples = new long[_symbols.Count];
        for (var node = 1; node < _tree.Count; node++)
        {
            periods[_tree.Symbol(node)] += _tree.SelfPeriod(node);
            samples[_tree.Symbol(node)] += _tree.SelfSamples(node);
        }

        var inclusive = hasCallChains ? InclusivePeriods() : null;
        var shares = new List<SymbolShare>();
        for (var symbol = 0; symbol < _symbols.Count; symbol++)
        {
            if (samples[symbol] > 0 || inclusive?[symbol] > 0)
            {
                shares.Add(new SymbolShare(
                    _symbols[symbol].Symbol,
                    _symbols[symbol].Module,
                    periods[symbol],
                    samples[symbol],
                    Percent(periods[symbol], _total),
                    inclusive is null ? null : Percent(inclusive[symbol], _total)));
            }
        }

        shares.Sort(SymbolShare.HottestFirst);
        return [.. shares];
    }

    /// <summary>Sum of the periods of the samples that have a symbol anywhere on their stack, by symbol number.</summary>
    internal ulong[] InclusivePeriods()
    {
        var below = new ulong[_tree.Count];
        for (var node = _tree.Count - 1; node > 0; node--)
        {
            below[node] += _tree.SelfPeriod(node);
            below[_tree.Parent(node)] += below[node];
        }

        var sums = new ulong[_symbols.Count];
        for (var node = 1; node < _tree.Count; node++)
        {
            if (!IsRecursive(node))
            {
                sums[_tree.Symbol(node)] += below[node];
            }
        }

        return sums;
    }

    private bool IsRecursive(int node)
    {
        var symbol = _tree.Symbol(node);
        for (var caller = _tree.Parent(node); caller > 0; caller = _tree.Parent(caller))
        {
            if (_tree.Symbol(caller) == symbol)
            {
                return true;
            }
        }

        return false;
    }

    // From the leaf outwards: what the innermost call of the function called, and who called its outermost one; -1 for nothing.
    private (int Callee, int Caller)? Crossing(int leaf, HashSet<int> wanted)
    {
        (int Callee, int Caller)? crossing = null;
        var previous = -1;
        for (var node = leaf; node > 0; node = _tree.Parent(node))
        {
            if (wanted.Contains(_tree.Symbol(node)))
            {
                var callee = crossing is { } inner ? inner.Callee : previous;
                var caller = _tree.Parent(node);
                crossing = (callee, caller > 0 ? _tree.Symbol(caller) : -1);
            }

            previous = _tree.Symbol(node);
        }

        return crossing;
    }

    private ImmutableArray<CallNeighbour> Ranked(Dictionary<int, ulong> periods, ulong within) =>
        [.. periods.Where(pair => pair.Key >= 0)
            .Select(pair => new CallNeighbour(_symbols[pair.Key].Symbol, _symbols[pair.Key].Module, Percent(pair.Value, within)))
            .OrderByDescending(neighbour => neighbour.Percent)
            .ThenBy(neighbour => neighbour.Symbol, StringComparer.Ordinal)
            .ThenBy(neighbour => neighbour.Module, StringComparer.Ordinal)];

    private static void Add(Dictionary<int, ulong> periods, int symbol, ulong period) =>
        periods[symbol] = periods.GetValueOrDefault(symbol) + period;

    private static double Percent(ulong part, ulong whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
