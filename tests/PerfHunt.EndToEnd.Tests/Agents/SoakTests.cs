using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>
/// The soak: agents drawn at random from all that there are, attempt after attempt, and nothing lost, leaked or left. Run by hand; the
/// figures it prints stand in docs/benchmarks.md.
/// </summary>
[TestFixture]
[Explicit("It takes a quarter of an hour.")]
[Category("Soak")]
[NonParallelizable]
public sealed class SoakTests
{
    private const int Seed = 20261;
    private const int Attempts = 200;

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void After_two_hundred_attempts_nothing_is_lost_leaked_or_left()
    {
        using var hunt = new AgentHunt { TimeLimit = TimeSpan.FromMinutes(30) };
        var outside = Directory.CreateDirectory(Path.Combine(hunt.Root, "outside")).FullName;
        var drawn = Draw(Misbehaviour.All(outside));
        for (var i = 0; i < Attempts; i++)
        {
            hunt.Script(1, i + 1, drawn[i].Script);
        }

        hunt.Script(1, Attempts + 1, $"git apply {hunt.Repository}/fixes/03-find-by-length.patch");
        var before = hunt.Fingerprint();
        using var watch = new SoakWatch(hunt);
        var run = hunt.Run("""{ "attempts": 1000, "minutes": 600, "environment": ["AGENT_KEY"] }""", "--target=PerfHunt", "--iterations=1");
        watch.Print(Seed, run.Use.WallSeconds);

        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        var found = ((JArray)hunt.State.SelectToken("investigated[0].attempts")!).Select(attempt => (string?)attempt["outcome"]);
        Assert.That(found, Is.EqualTo(drawn.Select(row => row.Outcome).Append("fixed")), string.Join(", ", drawn.Select(row => row.Name)));
        Assert.That(hunt.Fingerprint(), Is.EqualTo(before));
        Assert.That(hunt.Git("fsck", "--no-dangling"), Is.Empty);
        Assert.That(hunt.Records + run.StandardOutput + run.StandardError, Does.Not.Contain(AgentHunt.Canary));
        Assert.That(SoakWatch.Processes(hunt), Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(hunt.Workspace, "clones")), Is.Empty);
    }

    // Three agents in a row that fail end a hunt, which is tested elsewhere.
    private static ImmutableArray<Misbehaviour> Draw(IReadOnlyList<Misbehaviour> rows)
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, {rows.Count} agents"));
        var random = new Random(Seed);
        var drawn = ImmutableArray.CreateBuilder<Misbehaviour>(Attempts);
        while (drawn.Count < Attempts)
        {
            var next = rows[random.Next(rows.Count)];
            if (next.Outcome != "investigator-error" || drawn.TakeLast(2).Any(row => row.Outcome != next.Outcome))
            {
                drawn.Add(next);
            }
        }

        return drawn.ToImmutable();
    }
}
