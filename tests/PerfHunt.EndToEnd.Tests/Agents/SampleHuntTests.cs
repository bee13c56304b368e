using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>Scripted agents through the real loop on the shipped Rust sample: all that is refused before anything is built, and one that the gate finds.</summary>
[TestFixture]
[Category("EndToEnd")]
[NonParallelizable]
public sealed class SampleHuntTests
{
    [Test]
    public void Every_attempt_on_the_sample_has_the_outcome_that_it_deserves_and_nothing_of_it_stays()
    {
        Prerequisites.Require();
        using var hunt = new AgentHunt(isSample: true) { Configure = Small };
        Misbehaviour[] rows = [.. RustMisbehaviour.All, new("breaks the build, which the gate finds", "gate-failed", "echo 'fn' >> crates/mole-identity/src/name.rs")];
        for (var i = 0; i < rows.Length; i++)
        {
            hunt.Script(1, i + 1, rows[i].Script);
        }

        var before = hunt.Fingerprint();
        var run = hunt.Run("""{ "attempts": 100 }""", "--target=PerfHunt", "--iterations=1");

        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        var attempts = hunt.State.SelectToken("investigated[0].attempts")!;
        Assert.That(
            attempts.Zip(rows, (attempt, row) => $"{row.Name}: {attempt["outcome"]}"),
            Is.EqualTo(rows.Select(row => $"{row.Name}: {row.Outcome}")),
            string.Join('\n', attempts.Select(attempt => $"{attempt["number"]} {attempt["outcome"]}: {attempt["reason"]}")));
        Assert.That(attempts.Count(), Is.EqualTo(rows.Length + 1), "and one that has no idea");
        Assert.That(hunt.Fingerprint(), Is.EqualTo(before));
        Assert.That(SoakWatch.Processes(hunt), Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(hunt.Workspace, "clones")), Is.Empty);
    }

    // One small workload: what is asked here is what becomes of a change, not how fast it is. The sample's own tests check the sample.
    private static void Small(JObject config)
    {
        config["check"] = new JArray();
        config["gate"] = new JArray { new JArray("cargo", "check", "--quiet", "--locked", "--offline", "-p", "mole-identity") };
        config["suite"] = new JObject { ["workloads"] = new JArray("perf-full-1000:1000:full:4:4") };
        config["perf"] = new JObject { ["minimumSamples"] = 10, ["recordings"] = 1, ["frequencyHz"] = 3999, ["event"] = "cpu-clock", ["callGraph"] = "fp" };
    }
}
