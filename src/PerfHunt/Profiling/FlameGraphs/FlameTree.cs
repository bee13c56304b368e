using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.FlameGraphs;

/// <summary>The stacks of one or two profiles as one tree. Shares are parts of 1, so that recordings of different length compare.</summary>
internal sealed class FlameTree
{
    private readonly Dictionary<(int Caller, int Symbol), int> _nodes = [];
    private readonly Dictionary<string, int> _symbolNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    private FlameTree() => Add(0, "all");

    /// <summary>Names of functions.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The caller of each node; node 0 is all of the recording.</summary>
    public List<int> Callers { get; } = [];

    /// <summary>The number of each node's name.</summary>
    public List<int> Symbols { get; } = [];

    /// <summary>Share of the samples that ended in each node, before.</summary>
    public List<double> Before { get; } = [];

    /// <summary>Share of the samples that ended in each node, after.</summary>
    public List<double> After { get; } = [];

    /// <summary>Puts stacks together; a profile by itself is on both sides.</summary>
    public static FlameTree Of(CallGraph? before, CallGraph after)
    {
        var tree = new FlameTree();
        tree.Merge(after, tree.After);
        tree.Merge(before ?? after, tree.Before);
        return tree;
    }

    private void Merge(CallGraph stacks, List<double> shares)
    {
        var numbers = new int[stacks.NodeCount];
        for (var node = 1; node < numbers.Length; node++)
        {
            numbers[node] = Add(numbers[stacks.Caller(node)], stacks.Frame(node).Symbol);
            shares[numbers[node]] += stacks.TotalPeriod == 0 ? 0 : (double)stacks.SelfPeriod(node) / stacks.TotalPeriod;
        }
    }

    private int Add(int caller, string symbol)
    {
        if (!_symbolNumbers.TryGetValue(symbol, out var name))
        {
            name = _names.Count;
            _names.Add(symbol);
            _symbolNumbers.Add(symbol, name);
        }

        if (!_nodes.TryGetValue((caller, name), out var node))
        {
            node = Callers.Count;
            Callers.Add(caller);
            Symbols.Add(name);
            Before.Add(0);
            After.Add(0);
            _nodes.Add((caller, name), node);
        }

        return node;
    }
}
