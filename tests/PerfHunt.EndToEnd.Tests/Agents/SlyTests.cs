using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>The further attacks at one hotspot. The soak draws from them, too; what was mended for them has quicker tests.</summary>
[TestFixture]
[Explicit("It takes minutes.")]
[Category("Soak")]
[NonParallelizable]
public sealed class SlyTests
{
    [Test]
    public void Every_further_attack_has_the_outcome_that_it_deserves()
    {
        Prerequisites.Require();
        using var hunt = new AgentHunt { TimeLimit = TimeSpan.FromMinutes(15) };
        var outside = Directory.CreateDirectory(Path.Combine(hunt.Root, "outside")).FullName;
        var rows = Sly.All(outside);
        for (var i = 0; i < rows.Count; i++)
        {
            hunt.Script(1, i + 1, rows[i].Script);
        }

        var before = hunt.Fingerprint();
        var run = hunt.Run("""{ "attempts": 1000, "minutes": 600 }""", "--target=PerfHunt", "--iterations=1");

        TestContext.Out.WriteLine(run.StandardError);
        var attempts = hunt.State.SelectTokens("investigated[*].attempts[*]").Concat(hunt.State.SelectTokens("current_hotspot.attempts[*]"));
        Assert.That(attempts.Zip(rows, (attempt, row) => $"{row.Name}: {attempt["outcome"]}"), Is.EqualTo(rows.Select(row => $"{row.Name}: {row.Outcome}")));
        Assert.That(run.StandardOutput + run.StandardError, Does.Not.Contain("<promise"));
        Assert.That(hunt.Fingerprint(), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(outside).Select(Path.GetFileName), Is.EqualTo(new[] { "precious" }));
        Assert.That(SoakWatch.Processes(hunt), Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(hunt.Workspace, "clones")), Is.Empty);
    }
}
