using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;
using PerfHunt.Investigation;
using PerfHunt.Processes;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>Several candidates for one hotspot, and agents that change the hunt's own files or end the hunt.</summary>
[TestFixture]
[Category("EndToEnd")]
[NonParallelizable]
public sealed class RoundTests
{
    private const int Tampering = 6;
    private const string Alone = """{ "attempts": 1 }""";

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void Files_of_the_hunt_that_an_agent_changed_are_made_anew_a_hunt_killed_while_an_agent_works_or_a_round_is_judged_goes_on_and_the_best_of_several_wins()
    {
        using var hunt = new AgentHunt();
        hunt.Configure = config => ((JArray)config["gate"]!).Add(new JArray("sh", "-c", KillAtTheSecond(hunt)));
        var before = hunt.Fingerprint();
        hunt.Script(1, 1, $"printf '#!/bin/sh\\nexit 0\\n' > {hunt.Workspace}/a/build/tally; echo >> {hunt.Root}/config.json; touch {hunt.Repository}/.claude/perf-hunt-state.json");
        var halted = hunt.Run(Alone, "--target=Investigate", "--iterations=1");
        Assert.That(halted.ExitCode, Is.EqualTo(Tampering), halted.StandardError);
        Assert.That(halted.StandardError, Does.Contain("a/build/tally").And.Contain("perf-hunt-state.json").And.Contain("--sandbox=bwrap"));
        Assert.That(halted.StandardError, Does.Match("Changed outside of its clone.*config.json"));

        // The shell is the agent's own parent's child: its parent's parent is the hunt.
        hunt.Script(1, 1, "kill -9 $PPID; sleep 60");
        var killed = hunt.Run(Alone, "--target=Investigate", "--iterations=1");
        Assert.That(killed.ExitCode, Is.EqualTo(137), killed.StandardError);

        Candidates(hunt);
        File.WriteAllText(Gates(hunt), "");
        var interrupted = hunt.Run(Alone, "--target=PerfHunt", "--iterations=1", "--attempts=4", "--parallel=3");
        Assert.That(interrupted.ExitCode, Is.EqualTo(137), interrupted.StandardError);
        Assert.That(interrupted.StandardError, Does.Contain("4 investigators work, up to 3 at a time.").And.Contain("] slower: "));

        var run = hunt.Run(Alone, "--target=PerfHunt", "--iterations=1", "--attempts=4", "--parallel=3");
        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        Assert.That(run.StandardError, Does.Not.Contain("investigators work").And.Not.Contain("] slower: "), "what was judged before");
        var outcomes = ((JArray)hunt.State.SelectToken("investigated[0].attempts")!).Select(attempt => (string?)attempt["outcome"]);
        Assert.That(outcomes, Is.EqualTo(new[] { "slower", "no-idea", "fixed", "repeated" }));
        Assert.That(hunt.Fingerprint(), Is.EqualTo(before));
        Assert.That(hunt.Git("diff", "--name-only", "main", "perf-hunt"), Is.EqualTo("src/tally.h\nsrc/words.c"));
    }

    [Test]
    public void In_the_sandbox_an_agent_sees_and_reaches_its_clone_alone()
    {
        using var hunt = new AgentHunt();
        if (new ProcessRunner(TimeProvider.System).Run(Command.Of("sh", "-c", $"exec {Bubblewrap.Probe}")) is { Succeeded: false } probe)
        {
            Assert.Ignore($"bubblewrap cannot be used here: {probe.StandardError}");
        }

        hunt.Script(1, 1, $"""
            touch {hunt.Repository}/escaped {hunt.Workspace}/a/escaped /usr/escaped
            kill -9 $PPID
            ls {hunt.Workspace} {hunt.Repository} | tk add-note tal
            git apply fixes/03-find-by-length.patch
            """);
        hunt.Script(2, 1, "sleep 600");
        ProcessOutcome Run(string minutes) => hunt.Run(
            $$"""{ "attempts": 1, "readable": ["{{hunt.Scripts}}"], "minutes": {{minutes}} }""", "--target=CommitOrRevert", "--iterations=2", "--sandbox=bwrap");
        var (fix, hang) = (Run("5"), Run("0.02"));

        Assert.That((fix.ExitCode, hang.ExitCode), Is.EqualTo((0, 0)), fix.StandardError + hang.StandardError);
        Assert.That(hunt.State["investigated"]!.Select(entry => (string?)entry["outcome"]), Is.EqualTo(new[] { "fixed", "deferred" }));
        Assert.That((string?)hunt.State.SelectToken("investigated[1].attempts[0].outcome"), Is.EqualTo("time-limit"));
        Assert.That(hunt.Records, Does.Not.Contain("hunt.git\n").And.Not.Contain("Makefile\n"));
        Assert.That(new[] { hunt.Repository, "/usr" }.Select(folder => File.Exists(Path.Combine(folder, "escaped"))), Is.All.False);
    }

    private static string Gates(AgentHunt hunt) => Path.Combine(hunt.Root, "gates");

    // The hunt is the gate's parent. It dies while the second candidate is judged, and the first is on disk.
    private static string KillAtTheSecond(AgentHunt hunt) =>
        $"[ -e {Gates(hunt)} ] || exit 0; echo >> {Gates(hunt)}; [ $(wc -l < {Gates(hunt)}) -ne 2 ] || kill -9 $PPID";

    private static void Candidates(AgentHunt hunt)
    {
        hunt.Script(1, 1, $"git apply {hunt.Repository}/fixes/02-find-length-first.patch");
        hunt.Script(1, 2, "exit 0");
        hunt.Script(1, 3, $"git apply {hunt.Repository}/fixes/03-find-by-length.patch");
        hunt.Script(1, 4, $"git apply {hunt.Repository}/fixes/03-find-by-length.patch");
    }
}
