using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Investigation;
using PerfHunt.Processes;

namespace PerfHunt.Tests.Investigation;

/// <summary>An attempt, and ways in which an agent's run may have ended.</summary>
internal static class AgentFixture
{
    public static InvestigatorConfig Config(params ImmutableArray<string> words) =>
        new() { Kind = InvestigatorConfig.CommandKind, Command = new CommandLine(words) };

    public static InvestigationRequest Request(string root, string function = "hot") => new(
        function, Path.Combine(root, "clone"), Path.Combine(root, "attempt", "dossier.md"), "abc-1234", 1, [], [], TimeSpan.FromSeconds(20));

    public static ProcessOutcome Ended(int exitCode, string output = "", string error = "") =>
        new(Command.Of("agent"), exitCode, null, false, new ResourceUse(1, 0, 0, 0, 0, 0, 0, 0), output, error);
}
