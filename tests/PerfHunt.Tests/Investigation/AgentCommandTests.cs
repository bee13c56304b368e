using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Investigation;
using PerfHunt.Processes;

namespace PerfHunt.Tests.Investigation;

public sealed class AgentCommandTests
{
    private static readonly ImmutableDictionary<string, string> Ours = new Dictionary<string, string>
    {
        ["PATH"] = "/usr/bin", ["HOME"] = "/home/user", ["AGENT_KEY"] = "key", ["OTHER_TOKEN"] = "canary", ["SSH_AUTH_SOCK"] = "/run/agent",
    }.ToImmutableDictionary();

    [Test]
    public void Placeholders_become_parts_of_one_argument_each()
    {
        var command = Make(AgentFixture.Config("agent", "--in={dossier}", "{tree}", "{ticket}", "{result}", "{unknown}"));

        Assert.That(command.Arguments, Is.EqualTo(new[]
        {
            "--in=/w/attempt/dossier.md", "/w/clone", "abc-1234", "/w/attempt/scratch/result.json", "{unknown}",
        }));
        Assert.That(command.WorkingDirectory, Is.EqualTo("/w/clone"));
    }

    [Test]
    public void A_symbol_with_shell_syntax_or_placeholders_stays_one_argument()
    {
        var command = Make(AgentFixture.Config("agent", "{hotspot}"), "f<$(touch x)>; {prompt} {tree}");

        Assert.That(command.Arguments, Is.EqualTo(new[] { "f<$(touch x)>; {prompt} {tree}" }));
    }

    [Test]
    public void A_prompt_that_is_an_argument_is_cut_to_what_the_kernel_takes()
    {
        var command = AgentCommand.Of(AgentFixture.Config("agent", "{prompt}"), AgentFixture.Request("/w"), new string('é', 200_000), Ours);

        Assert.That(System.Text.Encoding.UTF8.GetByteCount(command.Arguments[0]), Is.InRange(60_000, 128 << 10));
        Assert.That(command.Arguments[0], Does.Not.Contain("\uFFFD"));
    }

    [TestCase(InvestigatorConfig.PromptInput, "the dossier")]
    [TestCase(InvestigatorConfig.EmptyInput, null)]
    public void Standard_input_is_the_prompt_or_nothing(string stdin, string? expected) =>
        Assert.That(Make(AgentFixture.Config("agent") with { Stdin = stdin }).StandardInput, Is.EqualTo(expected));

    [Test]
    public void Only_usual_and_configured_variables_are_passed_on()
    {
        var environment = Make(AgentFixture.Config("agent") with { Environment = ["AGENT_KEY", "NOT_SET"] }).Environment!;

        Assert.That(environment["AGENT_KEY"], Is.EqualTo("key"));
        Assert.That(environment.Keys, Has.None.EqualTo("OTHER_TOKEN").And.None.EqualTo("SSH_AUTH_SOCK").And.None.EqualTo("NOT_SET"));
        Assert.That(environment["PATH"], Is.EqualTo("/w/attempt/bin:/usr/bin"));
        Assert.That(environment["GIT_TERMINAL_PROMPT"], Is.EqualTo("0"));
    }

    [TestCase(false, "/home/user")]
    [TestCase(true, "/w/attempt/scratch/home")]
    public void Home_is_the_users_or_a_clean_one(bool isClean, string home) =>
        Assert.That(Make(AgentFixture.Config("agent") with { CleanHome = isClean }).Environment!["HOME"], Is.EqualTo(home));

    private static Command Make(InvestigatorConfig config, string function = "hot") =>
        AgentCommand.Of(config, AgentFixture.Request("/w", function), "the dossier", Ours);
}
