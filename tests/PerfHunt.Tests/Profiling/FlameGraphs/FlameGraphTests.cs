using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PerfHunt.Profiling;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.FlameGraphs;
using PerfHunt.Tests.Profiling.CallGraphs;

namespace PerfHunt.Tests.Profiling.FlameGraphs;

public sealed partial class FlameGraphTests
{
    [Test]
    public void The_page_needs_nothing_else_and_runs_no_script_but_its_own()
    {
        var page = FlameGraph.Html(Profile(CallGraphTests.Graph(("main a", 1))));
        var script = Script().Match(page).Groups[1].Value;

        Assert.That(page, Does.Contain($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'").And.Contain("default-src 'none'"));
        Assert.That(page, Does.Not.Contain("http://").And.Not.Contain("https://"));
    }

    [Test]
    public void A_symbol_cannot_end_the_element_that_holds_it()
    {
        var tree = new CallTree();
        tree.AddSample(tree.Child(0, 0), 1);

        var page = FlameGraph.Html(Profile(new CallGraph(tree, [new StackFrame("</script><script>alert(1)</script>", "m")])) with { MainModule = "<b>" });

        Assert.That(page, Does.Not.Contain("<script>alert").And.Contain("<title>&lt;b&gt;</title>"));
    }

    [Test]
    public void Shares_are_of_each_sides_own_total()
    {
        var before = Profile(CallGraphTests.Graph(("main a", 10), ("main b", 10)));
        var after = Profile(CallGraphTests.Graph(("main a", 900), ("main c", 100)));

        var data = JObject.Parse(Data().Match(FlameGraph.DifferenceHtml(before, after)).Groups[1].Value);
        var names = data["symbols"]!.Select(symbol => (string?)data["names"]![(int)symbol]);
        var shares = names.Zip(data["before"]!.Zip(data["after"]!), (name, pair) => (name, (double)pair.First, (double)pair.Second));

        Assert.That(shares, Is.EquivalentTo(new[] { ("all", 0.0, 0.0), ("main", 0.0, 0.0), ("a", 0.5, 0.9), ("b", 0.5, 0.0), ("c", 0.0, 0.1) }));
    }

    private static Profile Profile(CallGraph stacks) => new("x.data", "cpu-clock", 1, 0, 1, []) { Stacks = stacks, HasCallChains = true };

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
