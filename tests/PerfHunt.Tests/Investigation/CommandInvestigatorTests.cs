using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Investigation;
using PerfHunt.Processes;
using PerfHunt.Tests.Processes;

namespace PerfHunt.Tests.Investigation;

public sealed class CommandInvestigatorTests : ProcessFixture
{
    private static readonly ImmutableSortedDictionary<string, string> Ours =
        ChildEnvironment.Ours().SetItem("AGENT_KEY", "canary-0123456789").SetItem("OTHER_TOKEN", "canary-9876543210");

    [Test]
    public void The_prompt_comes_on_standard_input_and_the_result_goes_back()
    {
        using var folder = new TemporaryFolder();
        var reply = Run(folder, "read line; printf '{\"title\":\"%s\"}' \"$line\" > \"$0\"");

        Assert.That((reply.Ending, reply.Title), Is.EqualTo((InvestigationEnding.Changed, "# Make hot faster")));
    }

    [Test]
    public void Notes_are_taken_in_their_order_and_only_for_this_ticket()
    {
        using var folder = new TemporaryFolder();
        var reply = Run(folder, "tk add-note abc-1234 'first $(touch x)'; echo second | tk add-note 1234; tk add-note zzz-0000 third; tk close abc-1234");

        Assert.That(reply.Notes, Is.EqualTo(new[] { "first $(touch x)", "second" }));
        Assert.That(reply.WithoutChange, Is.EqualTo(InvestigationEnding.InvestigatorError), "the last tk fails");
        Assert.That(Kept(folder, "stderr"), Does.Contain("only notes for abc-1234").And.Contain("only 'tk add-note"));
    }

    [Test]
    public void Secrets_are_stripped_and_what_was_passed_on_is_kept_out_of_the_records()
    {
        using var folder = new TemporaryFolder();
        var reply = Run(folder, "env; env >&2; exit 3", config => config with { Environment = ["AGENT_KEY"] });
        var everything = reply.Explanation + Kept(folder, "stdout") + Kept(folder, "stderr");

        Assert.That(everything, Does.Contain("AGENT_KEY=[secret]"));
        Assert.That(everything, Does.Not.Contain("canary"));
    }

    [Test]
    public void An_agent_that_waits_for_input_for_ever_gets_an_empty_one()
    {
        using var folder = new TemporaryFolder();
        var reply = Run(folder, "cat > /dev/null", config => config with { Stdin = InvestigatorConfig.EmptyInput });

        Assert.That(reply.Ending, Is.EqualTo(InvestigationEnding.Changed));
    }

    [TestCase("mkfifo stdout stderr")]
    [TestCase("ln -s ../victim stdout; ln -s ../victim stderr")]
    public void Whatever_lies_in_its_outputs_place_is_neither_opened_nor_followed(string script)
    {
        using var folder = new TemporaryFolder();
        Run(folder, $"cd \"$(dirname \"$0\")/../agent\"; rm stdout stderr; {script}");

        Assert.That(Kept(folder, "stdout") + Kept(folder, "stderr"), Is.Empty);
        Assert.That(Directory.GetFiles(folder.Path, "victim", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void What_it_sets_for_all_of_the_users_git_stays_with_the_attempt()
    {
        using var folder = new TemporaryFolder();
        Run(folder, "git config --global alias.x y; git config --global --list > here; git var GIT_COMMITTER_IDENT >> here");

        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "clone", "here")), Does.Contain("alias.x=y").And.Contain("Investigator <investigator@localhost>"));
    }

    [Test]
    public void A_pipe_in_the_place_of_notes_or_result_is_not_opened()
    {
        using var folder = new TemporaryFolder();
        var reply = Run(folder, "mkfifo \"$0\"; mkfifo \"$(dirname \"$0\")/notes/a\"");

        Assert.That(reply.Notes, Is.Empty);
        Assert.That(reply.Explanation, Does.Contain("expected a plain file"));
    }

    [Test]
    public void A_missing_program_is_the_agents_own_error()
    {
        using var folder = new TemporaryFolder();
        var reply = Investigate(folder, AgentFixture.Config("/does/not/exist"));

        Assert.That(reply.Ending, Is.EqualTo(InvestigationEnding.InvestigatorError));
        Assert.That(reply.Explanation, Does.Contain("/does/not/exist"));
    }

    private static InvestigationReply Run(TemporaryFolder folder, string script, Func<InvestigatorConfig, InvestigatorConfig>? change = null) =>
        Investigate(folder, (change ?? (config => config))(AgentFixture.Config("/bin/sh", "-c", script, "{result}")));

    private static InvestigationReply Investigate(TemporaryFolder folder, InvestigatorConfig config)
    {
        var request = AgentFixture.Request(folder.Path);
        Directory.CreateDirectory(request.Tree);
        Directory.CreateDirectory(request.Folder.Root);
        File.WriteAllText(request.DossierPath, "# Make hot faster\n");
        return new CommandInvestigator(config, Runner, Ours, (command, _) => command).Investigate(request, default);
    }

    private static string Kept(TemporaryFolder folder, string stream) =>
        File.ReadAllText(Path.Combine(AgentFixture.Request(folder.Path).Folder.Output, stream));
}
