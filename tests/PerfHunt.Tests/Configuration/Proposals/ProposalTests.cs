using PerfHunt.Configuration;
using PerfHunt.Configuration.Proposals;
using PerfHunt.Errors;

namespace PerfHunt.Tests.Configuration.Proposals;

public sealed class ProposalTests
{
    [Test]
    public void Every_proposal_is_a_configuration_that_loads([Values] BuildSystem build, [Values] bool isGuessed)
    {
        var text = Proposal.Text(new ProjectFacts(build, "name", "out/pro\"gram")
        {
            IsBinaryGuessed = isGuessed,
            SetsFlags = isGuessed,
            Commands = [new CommandLine(["./configure"]), new CommandLine(["make"])],
            Gate = isGuessed ? [] : [new CommandLine(["just", "check"])],
            OwnCode = [new OwnCode("a::", "a", "."), new OwnCode("b::", "b", "crates/b")],
        });

        var config = ConfigLoader.Parse(text, "perfhunt.json").OrThrow(ExitCode.Usage, text);

        Assert.That(config.Investigator.Kind, Is.EqualTo("manual"));
        if (build != BuildSystem.Vole)
        {
            Assert.That((config.Name, config.Build.Binary, config.Build.Commands.Length, config.OwnCode.Length, config.Gate.Length), Is.EqualTo(("name", "out/pro\"gram", 2, 2, isGuessed ? 0 : 1)));
            Assert.That(text.Contains("CHECK THIS", StringComparison.Ordinal), Is.EqualTo(isGuessed));
        }
    }

    [Test]
    public void What_the_preset_has_is_not_said_again()
    {
        var text = Proposal.Text(new ProjectFacts(BuildSystem.Make, "x", "x"));
        Assert.That(text, Does.Not.Contain("\"gate\"").And.Not.Contain("\"commands\"").And.Not.Contain("\"ownCode\""));
    }
}
