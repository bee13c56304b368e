using Newtonsoft.Json.Linq;
using PerfHunt.Processes;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>Scripted agents through the real loop: at one hotspot all that an agent may do wrong, and at last a real fix.</summary>
[TestFixture]
[Category("EndToEnd")]
[NonParallelizable]
public sealed class AgentHuntTests : IDisposable
{
    private AgentHunt _hunt = null!;
    private string _outside = "";
    private IReadOnlyList<Misbehaviour> _rows = [];
    private string _before = "";
    private ProcessOutcome _timed = null!;
    private ProcessOutcome _first = null!;
    private ProcessOutcome _limited = null!;
    private ProcessOutcome _exhausted = null!;
    private ProcessOutcome _failing = null!;
    private ProcessOutcome _prepared = null!;
    private ProcessOutcome _verified = null!;
    private JObject _stateAfterErrors = [];
    private int _investigatedWithoutTime;
    private string _clone = "";

    [OneTimeSetUp]
    public void Hunt_with_every_agent()
    {
        if (new[] { "perf", "cc", "make", "git" }.FirstOrDefault(tool => !ExecutableLookup.IsOnPath(tool)) is { } missing)
        {
            Assert.Ignore($"{missing} is not installed");
        }

        _hunt = new AgentHunt();
        _outside = Directory.CreateDirectory(Path.Combine(_hunt.Root, "outside")).FullName;
        _rows = Misbehaviour.All(_outside);
        for (var i = 0; i < _rows.Count; i++)
        {
            _hunt.Script(1, i + 1, _rows[i].Script);
        }

        _hunt.Script(1, _rows.Count + 1, $$"""
            git apply {{_hunt.Repository}}/fixes/03-find-by-length.patch
            tk add-note tal "lengths differ more often than letters"
            echo '{"title": "compare lengths first", "summary": "Most words differ in length.", "patterns": ["comparing before measuring"]}' > "$RESULT"
            """);
        _before = _hunt.Fingerprint();
        const string Patient = """{ "attempts": 100, "environment": ["AGENT_KEY"] }""";
        _timed = _hunt.Run(Patient, "--target=PerfHunt", "--iterations=1", "--time-limit=1");
        _first = _hunt.Run(Patient, "--target=PerfHunt", "--iterations=1");
        RunIntoLimits();
        RunByHand();
    }

    public void Dispose() => _hunt?.Dispose();

    [Test]
    public void Every_attempt_has_the_outcome_that_it_deserves()
    {
        Assert.That(_first.ExitCode, Is.Zero, _first.StandardError);
        var attempts = (JArray)_hunt.State.SelectToken("investigated[0].attempts")!;
        var expected = _rows.Select(row => $"{row.Name}: {row.Outcome}").Append("fixes it: fixed");
        var found = attempts.Zip(_rows.Select(row => row.Name).Append("fixes it"), (attempt, name) => $"{name}: {attempt["outcome"]}");

        Assert.That(found, Is.EqualTo(expected), string.Join('\n', attempts.Select(attempt => $"{attempt["number"]} {attempt["outcome"]}: {attempt["reason"]}")));
    }

    [Test]
    public void Nothing_of_the_users_repository_was_touched_but_the_hunts_branch()
    {
        Assert.That(_hunt.Fingerprint(), Is.EqualTo(_before));
        Assert.That(_hunt.Git("log", "--format=%s", "main..perf-hunt"), Does.StartWith("perf: compare lengths first (tal-"));
        Assert.That(_hunt.Git("diff", "--name-only", "main", "perf-hunt"), Is.EqualTo("src/tally.h\nsrc/words.c"));
    }

    [Test]
    public void Nothing_that_was_planted_has_run_and_nothing_was_left_running()
    {
        Assert.That(Directory.GetFiles(_outside).Select(Path.GetFileName), Is.EquivalentTo(new[] { "asked", "bare", "orphan", "remotes" }));
        Assert.That(File.ReadAllText(Path.Combine(_outside, "remotes")), Is.Empty);
        Assert.That(new[] { "orphan", "bare" }.Select(name => Directory.Exists($"/proc/{File.ReadAllText(Path.Combine(_outside, name)).Trim()}")), Is.All.False);
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(_hunt.Workspace, "clones")), Is.Empty);
    }

    [Test]
    public void Secrets_are_in_no_record_and_floods_are_cut()
    {
        Assert.That(_hunt.Records + _timed.StandardOutput + _timed.StandardError + _first.StandardOutput + _first.StandardError, Does.Not.Contain(AgentHunt.Canary));
        var flood = _rows.ToList().FindIndex(row => row.Name.StartsWith("floods", StringComparison.Ordinal)) + 1;
        Assert.That(new FileInfo(Path.Combine(_hunt.Workspace, "investigations", $"001-{flood}", "agent", "stdout")).Length, Is.LessThan(2 << 20));
    }

    [Test]
    public void Ticket_and_journal_are_the_running_log()
    {
        var ticket = File.ReadAllText(Directory.GetFiles(Path.Combine(_hunt.Repository, ".tickets")).Single(file => File.ReadAllText(file).Contains("\nIteration: 1\n", StringComparison.Ordinal)));

        Assert.That(ticket, Does.Contain("status: closed").And.Contain("a note for the log").And.Contain("lengths differ more often than letters"));
        Assert.That(ticket, Does.Contain("Lint (clock, refused)"));
        Assert.That(ticket, Does.Contain("Blocker: needs a new type").And.Contain("Leads: order_sort"), "what was found out by one whose change was refused");
        Assert.That(File.ReadAllText(Path.Combine(_hunt.Repository, ".claude", "perf-hunt-journal.md")), Does.Contain("- comparing before measuring"));
    }

    [Test]
    public void The_dossier_shows_the_functions_source()
    {
        var dossier = File.ReadAllText(Path.Combine(_hunt.Workspace, "investigations", "001-1", "dossier.md"));

        Assert.That(dossier, Does.Contain("`src/words.c:").And.Contain("for (size_t i = 0; i < words->length; i++)"));
    }

    [Test]
    public void The_time_limit_keeps_half_a_change_and_verifies_nothing()
    {
        var entry = _hunt.State.SelectToken("investigated[1]")!;

        Assert.That(_limited.ExitCode, Is.Zero, _limited.StandardError);
        Assert.That((string?)entry["outcome"], Is.EqualTo("deferred"));
        Assert.That((string?)entry.SelectToken("attempts[0].outcome"), Is.EqualTo("time-limit"));
        Assert.That(File.ReadAllText((string)entry.SelectToken("attempts[0].patch")!), Does.Contain("+/* half"));
    }

    [Test]
    public void When_the_hunts_time_is_up_it_ends_in_order_and_goes_on_when_it_is_started_again()
    {
        Assert.That(_timed.ExitCode, Is.Zero, _timed.StandardError);

        // A machine that is done with all attempts within the minute has nothing to stop.
        Assert.That(_timed.StandardError + _timed.StandardOutput, Does.Contain("The time of --time-limit is used up").Or.Contain("The hunt ended because"));
    }

    [Test]
    public void When_the_agents_time_is_up_it_is_not_asked_again_and_the_hunt_ends_in_order()
    {
        Assert.That(_exhausted.ExitCode, Is.Zero, _exhausted.StandardError);
        Assert.That(_exhausted.StandardError, Does.Contain("as long as --max-agent-minutes allows"));
        Assert.That(_investigatedWithoutTime, Is.EqualTo(2));
    }

    [Test]
    public void A_limited_agent_is_waited_for_and_three_errors_end_the_hunt_without_using_the_hotspot_up()
    {
        Assert.That(_failing.ExitCode, Is.EqualTo(4), _failing.StandardError);
        Assert.That(_failing.StandardError, Does.Contain("limited for now; asking again").And.Contain("failed 3 times in a row"));
        Assert.That(_stateAfterErrors["investigated"]!.Count(), Is.EqualTo(2));
        Assert.That((string?)_stateAfterErrors.SelectToken("current_hotspot.function"), Is.Not.Null);
    }

    [Test]
    public void A_person_takes_over_where_the_agent_failed()
    {
        Assert.That((_prepared.ExitCode, _verified.ExitCode), Is.EqualTo((0, 0)), _prepared.StandardError + _verified.StandardError);
        Assert.That(_prepared.StandardError, Does.Contain(_clone).And.Contain("--target=Verify"));
        Assert.That((string?)_hunt.State.SelectToken("current_hotspot.attempt.outcome"), Is.EqualTo("no-effect"));
        Assert.That(Directory.Exists(_clone), Is.False);
    }

    private void RunIntoLimits()
    {
        _hunt.Script(2, 1, "trap '' TERM; echo '/* half' >> src/checksum.c; while :; do sleep 1; done");
        _limited = Run("CommitOrRevert", """{ "minutes": 0.05 }""");
        NoteThatAnHourWasUsed();
        _exhausted = _hunt.Run("{}", "--target=PerfHunt", "--iterations=9", "--max-agent-minutes=1");
        _investigatedWithoutTime = _hunt.State["investigated"]!.Count();
        _hunt.Script(3, 1, $"[ -f {_outside}/asked ] || {{ touch {_outside}/asked; exit 75; }}; exit 1");
        _hunt.Script(3, 2, "exit 1");
        _hunt.Script(3, 3, "exit 1");
        _failing = Run("PerfHunt", """{ "attempts": 1, "limitExitCodes": [75], "limitWaitSeconds": 0.2 }""");
        _stateAfterErrors = _hunt.State;
    }

    private void NoteThatAnHourWasUsed()
    {
        const int HourSeconds = 3600;
        var state = _hunt.State;
        state.SelectToken("investigated[0].attempts[0]")!["investigator_seconds"] = HourSeconds;
        File.WriteAllText(Path.Combine(_hunt.Repository, ".claude", "perf-hunt-state.json"), state.ToString());
    }

    private void RunByHand()
    {
        // The last error is acted on first: the hotspot is free again.
        Run("CommitOrRevert", """{ "kind": "manual", "attempts": 9 }""");
        _prepared = Run("Investigate", """{ "kind": "manual", "attempts": 9 }""");
        _clone = Directory.GetDirectories(Path.Combine(_hunt.Workspace, "clones")).Single();
        File.AppendAllText(Path.Combine(_clone, "src", "words.c"), "/* by hand */\n");
        _verified = Run("Verify", """{ "kind": "manual", "attempts": 9 }""");
    }

    private ProcessOutcome Run(string target, string investigator) => _hunt.Run(investigator, $"--target={target}", "--iterations=9");
}
