using PerfHunt.Errors;
using PerfHunt.Investigation;
using PerfHunt.Processes;

namespace PerfHunt.Tests.Investigation;

public sealed class AgentReportTests
{
    private static readonly AgentResult Silent = new();

    [Test]
    public void A_run_that_succeeds_is_judged_by_its_tree()
    {
        var reply = Of(AgentFixture.Ended(0));

        Assert.That((reply.Ending, reply.WithoutChange), Is.EqualTo((InvestigationEnding.Changed, InvestigationEnding.NoIdea)));
        Assert.That(reply.Title, Is.EqualTo("make hot faster"));
    }

    [TestCase("perf: compare lengths first", "", "compare lengths first")]
    [TestCase("Perf:", "perf: hash once\nbecause", "hash once")]
    [TestCase("", "", "make hot faster")]
    public void A_title_does_not_repeat_the_kind_of_the_commit(string title, string summary, string expected) =>
        Assert.That(AgentReport.TitleOf(new AgentResult { Title = title, Summary = summary }, "hot"), Is.EqualTo(expected));

    [TestCase(1, "", "boom")]
    [TestCase(137, "", "")]
    [TestCase(0, "Not logged in. Please run /login", "")]
    [TestCase(0, "", "Error: Invalid API key")]
    public void Without_a_change_a_failure_or_a_missing_login_is_the_agents_own_error(int exitCode, string output, string error)
    {
        var reply = Of(AgentFixture.Ended(exitCode, output, error));

        Assert.That((reply.Ending, reply.WithoutChange), Is.EqualTo((InvestigationEnding.Changed, InvestigationEnding.InvestigatorError)));
    }

    [TestCase(1, "API Error: Rate limit reached")]
    [TestCase(75, "")]
    public void A_used_up_quota_is_no_error(int exitCode, string error) =>
        Assert.That(Of(AgentFixture.Ended(exitCode, "", error)).Ending, Is.EqualTo(InvestigationEnding.Limited));

    [Test]
    public void An_agent_that_only_talks_about_rate_limits_is_not_limited() =>
        Assert.That(Of(AgentFixture.Ended(0, "Moved the rate limiter's lookup out of the loop.")).Ending, Is.EqualTo(InvestigationEnding.Changed));

    [TestCase("reading\nYou've hit your usage limit.", InvestigationEnding.Limited)]
    [TestCase("src/rate_limit.c\n1\n2\n3\n4\n5\n6\n7\nnothing found", InvestigationEnding.NoIdea)]
    public void Of_an_idle_run_that_succeeds_the_last_words_tell_whether_it_was_limited(string output, InvestigationEnding expected) =>
        Assert.That(Of(AgentFixture.Ended(0, output)).WithoutChange, Is.EqualTo(expected));

    [Test]
    public void The_time_limit_comes_before_anything_else() =>
        Assert.That(Of(AgentFixture.Ended(1, "", "rate limit") with { TimedOut = true }).Ending, Is.EqualTo(InvestigationEnding.TimeLimit));

    [TestCase("ERROR: Reconnecting... waiting for network", InvestigationEnding.InvestigatorError)]
    [TestCase("reading src/words.c", InvestigationEnding.TimeLimit)]
    public void Of_an_idle_run_that_the_time_limit_ended_the_last_words_tell_whether_it_reached_its_service(string output, InvestigationEnding expected) =>
        Assert.That(Of(AgentFixture.Ended(143, output) with { TimedOut = true }).WithoutChange, Is.EqualTo(expected));

    [Test]
    public void A_flood_of_output_is_an_error() =>
        Assert.That(Of(AgentFixture.Ended(0) with { OutputTooLarge = true }).Ending, Is.EqualTo(InvestigationEnding.InvestigatorError));

    [Test]
    public void The_explanation_quotes_the_end_of_what_a_failed_agent_printed()
    {
        var reply = Of(AgentFixture.Ended(3, "", "one\ntwo\n\u001b[31mthree") with { LeftoverProcesses = 2 });

        Assert.That(reply.Explanation, Is.EqualTo(
            "The agent ended with exit code 3.\n2 processes that it left behind were ended.\nIt printed last:\none\ntwo\n [31mthree"));
    }

    [TestCase("agent", 1, "1 process that it left behind was ended.")]
    [TestCase("bwrap", 1, "")]
    [TestCase("bwrap", 3, "2 processes that it left behind were ended.")]
    public void The_first_process_in_a_sandbox_is_not_one_that_the_agent_left(string program, int leftovers, string expected) =>
        Assert.That(Of(AgentFixture.Ended(0) with { Command = Command.Of(program), LeftoverProcesses = leftovers }).Explanation, Is.EqualTo(expected));

    [Test]
    public void A_result_that_cannot_be_read_is_said_and_changes_nothing()
    {
        var reply = AgentReport.Of(AgentFixture.Config("agent"), "hot", AgentFixture.Ended(0), new LocatedError("result.json", 2, "expected JSON"));

        Assert.That(reply.Ending, Is.EqualTo(InvestigationEnding.Changed));
        Assert.That(reply.Explanation, Is.EqualTo("Its result cannot be read: result.json:2: expected JSON"));
    }

    [Test]
    public void A_pattern_that_never_ends_on_some_output_is_not_found_in_it()
    {
        var config = AgentFixture.Config("agent") with { LimitPatterns = ["(a+)+$"] };
        var reply = AgentReport.Of(config, "hot", AgentFixture.Ended(1, "", new string('a', 40) + "!"), Silent);

        Assert.That(reply.Ending, Is.EqualTo(InvestigationEnding.Changed));
    }

    private static InvestigationReply Of(ProcessOutcome outcome) =>
        AgentReport.Of(AgentFixture.Config("agent") with { LimitExitCodes = [75] }, "hot", outcome, Silent);
}
