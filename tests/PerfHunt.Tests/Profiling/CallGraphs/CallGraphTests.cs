using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Tests.Profiling.CallGraphs;

public sealed class CallGraphTests
{
    private static readonly string[] Names = ["main", "a", "b", "c"];
    private static readonly StackFrame[] Symbols = [.. Names.Select(name => new StackFrame(name, "m"))];

    [Test]
    public void Callers_and_callees_have_their_shares()
    {
        var graph = Graph(("main a b", 60), ("main c b", 30), ("main a", 10));

        var b = graph.Neighbours("b")!;
        var a = graph.Neighbours("a")!;

        Assert.That(b.Callers.Select(one => (one.Symbol, Math.Round(one.Percent, 2))), Is.EqualTo(new[] { ("a", 66.67), ("c", 33.33) }));
        Assert.That((b.ChildrenPercent, b.SelfPercent, b.Callees.Length), Is.EqualTo((90.0, 100.0, 0)));
        Assert.That(a.Callees.Select(one => (one.Symbol, Math.Round(one.Percent, 2))), Is.EqualTo(new[] { ("b", 85.71) }));
        Assert.That(a.SelfPercent, Is.EqualTo(14.29).Within(0.01));
    }

    [Test]
    public void Recursive_frames_count_once()
    {
        var graph = Graph(("main a a a b", 50), ("main a b a c", 50));

        Assert.That(graph.InclusivePeriods(), Is.EqualTo(new ulong[] { 100, 100, 100, 50 }));
    }

    [Test]
    public void Callers_of_a_recursive_function_are_those_from_outside_and_callees_those_of_its_innermost_call()
    {
        var a = Graph(("main a b a c", 100)).Neighbours("a")!;

        Assert.That(a.Callers.Single().Symbol, Is.EqualTo("main"));
        Assert.That(a.Callees.Single().Symbol, Is.EqualTo("c"));
    }

    [Test]
    public void A_function_that_is_in_no_sample_has_no_neighbours() => Assert.That(Graph(("main a", 1)).Neighbours("b"), Is.Null);

    [Test]
    public void The_outermost_function_has_no_callers()
    {
        var main = Graph(("main a", 1)).Neighbours("main")!;

        Assert.That(main.Callers, Is.Empty);
        Assert.That(main.ChildrenPercent, Is.EqualTo(100));
    }

    internal static CallGraph Graph(params (string Stack, ulong Period)[] samples)
    {
        var tree = new CallTree();
        foreach (var (stack, period) in samples)
        {
            tree.AddSample(stack.Split(' ').Aggregate(0, (node, name) => tree.Child(node, Array.IndexOf(Names, name))), period);
        }

        return new CallGraph(tree, Symbols);
    }
}
