using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>A gate that edits the tree, as formatters do, and a branch that is named anew after a commit.</summary>
[TestFixture]
[Category("EndToEnd")]
[NonParallelizable]
public sealed class GateTests
{
    // Writes files beside one that is new, and a comment where the prepared fix was applied; once, so that the committed tree passes as it is.
    private const string Formatter = """
        [ ! -f src/wide.h ] || for i in 1 2 3 4; do echo > src/w$i.h; done
        ! grep -q 'from behind' src/words.c || grep -q formatted src/order.c || sed -i '1i /* formatted */' src/order.c
        exec make -s test
        """;

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void What_the_gate_leaves_is_counted_and_committed_and_a_branch_named_later_receives_the_next_commit()
    {
        using var hunt = new AgentHunt { Configure = config => config["gate"] = new JArray { new JArray("sh", "-c", Formatter) } };
        hunt.Script(1, 1, "echo > src/wide.h");
        hunt.Script(1, 2, $"git apply {hunt.Repository}/fixes/03-find-by-length.patch");
        hunt.Script(2, 1, $"git apply {hunt.Repository}/fixes/06-checksum-table.patch");
        var first = hunt.Run("""{ "attempts": 2 }""", "--target=PerfHunt", "--iterations=1");

        Assert.That(first.ExitCode, Is.Zero, first.StandardError);
        var attempts = hunt.State.SelectToken("investigated[0].attempts")!;
        Assert.That(attempts.Select(attempt => (string?)attempt["outcome"]), Is.EqualTo(new[] { "too-wide", "fixed" }));
        Assert.That((string?)attempts[0]!["reason"], Does.StartWith("After the gate: 5 files were changed, 4 is the limit"));
        Assert.That(hunt.Git("diff", "--name-only", "main", "perf-hunt"), Is.EqualTo("src/order.c\nsrc/tally.h\nsrc/words.c"));

        var gate = hunt.Configure;
        hunt.Configure = config =>
        {
            gate(config);
            config["branch"] = "faster";
        };
        var second = hunt.Run("""{ "attempts": 2 }""", "--target=PerfHunt", "--iterations=2");

        Assert.That(second.ExitCode, Is.Zero, second.StandardError);
        Assert.That(hunt.Git("rev-list", "--count", "main..faster"), Is.EqualTo("2"));
        Assert.That(hunt.Git("rev-parse", "faster~1"), Is.EqualTo(hunt.Git("rev-parse", "perf-hunt")));
    }
}
