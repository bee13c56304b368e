using System.Collections.Immutable;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Reading;

/// <summary>Makes the stacks of each thread, line by line, out of what was counted by thread and address.</summary>
/// <param name="symbols">What symbols of places are called.</param>
/// <param name="frames">Where places are.</param>
/// <param name="sources">Tells the lines.</param>
internal sealed class LinedStacks(SymbolRegistry symbols, FrameResolver frames, SourceIndexes sources)
{
    private readonly SymbolRegistry _lined = new();
    private readonly Dictionary<int, int[]> _numbers = [];

    /// <summary>The stacks of the threads, in the order of these.</summary>
    public ImmutableArray<ThreadStacks> Of(EventSamples counts, ImmutableArray<ThreadShare> threads)
    {
        var counted = counts.ByThread!;
        var trees = counts.Threads.Select(_ => new CallTree()).ToList();
        var (owners, nodes) = (new CallTree[counted.Count], new int[counted.Count]);
        for (var node = 1; node < counted.Count; node++)
        {
            var caller = counted.Parent(node);
            if (caller == 0)
            {
                owners[node] = trees[counted.Symbol(node)];
                continue;
            }

            owners[node] = owners[caller];
            nodes[node] = Numbers(counted.Symbol(node)).Aggregate(nodes[caller], owners[node].Child);
            owners[node].AddSamples(nodes[node], counted.SelfSamples(node), counted.SelfPeriod(node));
        }

        var byThread = counts.Threads.ToDictionary(thread => (thread.Pid, thread.Tid), thread => trees[thread.Number]);
        return [.. threads.Select(thread => new ThreadStacks(thread, new CallGraph(byThread[(thread.Pid, thread.Tid)], _lined.Keys)))];
    }

    private int[] Numbers(int place)
    {
        if (!_numbers.TryGetValue(place, out var known))
        {
            _numbers.Add(place, known = [.. Frames(place).Select(_lined.Number)]);
        }

        return known;
    }

    // Outermost first; source frames come innermost first.
    private IEnumerable<StackFrame> Frames(int place)
    {
        var found = frames.AddressOf(place) is { } address && frames.Places.ModuleOf(place) is { IsFile: true } module ? sources.Of(module.Use).FramesAt(address) : [];
        for (var depth = 0; depth < frames.Places.Depth(place); depth++)
        {
            var frame = symbols.Keys[frames.Places.Symbol(place, depth)];
            yield return depth < found.Length ? Lined(frame, found[found.Length - 1 - depth]) : frame;
        }
    }

    private static StackFrame Lined(StackFrame frame, SourceFrame source) => frame with { File = source.File, Line = source.Line, DeclarationLine = source.DeclarationLine };
}
