using System.Collections.Immutable;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.CallGraphs;

/// <summary>Who called whom in a recording, counted by samples. Each sample counts a function once, however often it is on its stack.</summary>
public sealed class CallGraph
{
    private readonly CallTree tree;
    private readonly IReadOnlyList<SymbolKey> symbols;
    private readonly ulong total;

    internal CallGraph(CallTree tree, IReadOnlyList<SymbolKey> symbols)
    {
        this.tree = tree;
        this.symbols = symbols;
        for (var node = 0; node < tree.Count; node++)
        {
            total += tree.SelfPeriod(node);
        }
    }

    /// <summary>Number of nodes of the tree of stacks; node 0 is the root and no function. A node's number is larger than its caller's.</summary>
    public int NodeCount => tree.Count;

    /// <summary>Sum of the periods of all samples.</summary>
    public ulong TotalPeriod => total;

    /// <summary>The caller of a node; 0 for the outermost functions.</summary>
    public int Caller(int node) => tree.Parent(node);

    /// <summary>The function of a node other than 0.</summary>
    public StackFrame Frame(int node) => new(symbols[tree.Symbol(node)].Symbol, symbols[tree.Symbol(node)].Module);

    /// <summary>Sum of the periods of the samples that ended in a node.</summary>
    public ulong SelfPeriod(int node) => tree.SelfPeriod(node);

    /// <summary>Number of the samples that ended in a node.</summary>
    public long SelfSamples(int node) => tree.SelfSamples(node);

    /// <summary>The functions from the outermost to a node.</summary>
    public ImmutableArray<StackFrame> Stack(int node)
    {
        var frames = new List<StackFrame>();
        for (; node > 0; node = tree.Parent(node))
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
        var wanted = Enumerable.Range(0, symbols.Count).Where(number => symbols[number].Symbol == symbol).ToHashSet();
        var callers = new Dictionary<int, ulong>();
        var callees = new Dictionary<int, ulong>();
        ulong within = 0;
        ulong self = 0;
        for (var leaf = 1; leaf < tree.Count; leaf++)
        {
            if (tree.SelfPeriod(leaf) is > 0 and var period && Crossing(leaf, wanted) is var (callee, caller))
            {
                within += period;
                self += callee < 0 ? period : 0;
                Add(callees, callee, period);
                Add(callers, caller, period);
            }
        }

        return wanted.Count == 0 || within == 0
            ? null
            : new CallNeighbours(symbol, Percent(within, total), Percent(self, within), Ranked(callers, within), Ranked(callees, within));
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
                numbers[node] = merged.Child(numbers[graph.Caller(node)], registry.Number(graph.symbols[graph.tree.Symbol(node)]));
                merged.AddSamples(numbers[node], graph.SelfSamples(node), graph.SelfPeriod(node));
            }
        }

        return new CallGraph(merged, registry.Keys);
    }

    /// <summary>Each symbol's part of all samples, hottest first; without the share of what it called where callers are not known.</summary>
    internal ImmutableArray<SymbolShare> Shares(bool hasCallChains)
    {
        var periods = new ulong[symbols.Count];
        var samples = new long[symbols.Count];
        for (var node = 1; node < tree.Count; node++)
        {
            periods[tree.Symbol(node)] += tree.SelfPeriod(node);
            samples[tree.Symbol(node)] += tree.SelfSamples(node);
        }

        var inclusive = hasCallChains ? InclusivePeriods() : null;
        var shares = new List<SymbolShare>();
        for (var symbol = 0; symbol < symbols.Count; symbol++)
        {
            if (samples[symbol] > 0 || inclusive?[symbol] > 0)
            {
                shares.Add(new SymbolShare(
                    symbols[symbol].Symbol,
                    symbols[symbol].Module,
                    periods[symbol],
                    samples[symbol],
                    Percent(periods[symbol], total),
                    inclusive is null ? null : Percent(inclusive[symbol], total)));
            }
        }

        shares.Sort(SymbolShare.HottestFirst);
        return [.. shares];
    }

    /// <summary>Sum of the periods of the samples that have a symbol anywhere on their stack, by symbol number.</summary>
    internal ulong[] InclusivePeriods()
    {
        var below = new ulong[tree.Count];
        for (var node = tree.Count - 1; node > 0; node--)
        {
            below[node] += tree.SelfPeriod(node);
            below[tree.Parent(node)] += below[node];
        }

        var sums = new ulong[symbols.Count];
        for (var node = 1; node < tree.Count; node++)
        {
            if (!IsRecursive(node))
            {
                sums[tree.Symbol(node)] += below[node];
            }
        }

        return sums;
    }

    private bool IsRecursive(int node)
    {
        var symbol = tree.Symbol(node);
        for (var caller = tree.Parent(node); caller > 0; caller = tree.Parent(caller))
        {
            if (tree.Symbol(caller) == symbol)
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
        for (var node = leaf; node > 0; node = tree.Parent(node))
        {
            if (wanted.Contains(tree.Symbol(node)))
            {
                var callee = crossing is { } inner ? inner.Callee : previous;
                var caller = tree.Parent(node);
                crossing = (callee, caller > 0 ? tree.Symbol(caller) : -1);
            }

            previous = tree.Symbol(node);
        }

        return crossing;
    }

    private ImmutableArray<CallNeighbour> Ranked(Dictionary<int, ulong> periods, ulong within) =>
        [.. periods.Where(pair => pair.Key >= 0)
            .Select(pair => new CallNeighbour(symbols[pair.Key].Symbol, symbols[pair.Key].Module, Percent(pair.Value, within)))
            .OrderByDescending(neighbour => neighbour.Percent)
            .ThenBy(neighbour => neighbour.Symbol, StringComparer.Ordinal)
            .ThenBy(neighbour => neighbour.Module, StringComparer.Ordinal)];

    private static void Add(Dictionary<int, ulong> periods, int symbol, ulong period) =>
        periods[symbol] = periods.GetValueOrDefault(symbol) + period;

    private static double Percent(ulong part, ulong whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
