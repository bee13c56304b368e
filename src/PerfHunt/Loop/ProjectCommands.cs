using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>Runs the project's own commands (check, build, gate) in a slot, at the path where slots are built.</summary>
public static class ProjectCommands
{
    /// <summary>Runs the commands in order until one fails.</summary>
    /// <returns>The command that failed, or null when all succeeded.</returns>
    public static ProcessOutcome? FirstFailure(HuntSession session, Slot slot, ImmutableArray<CommandLine> commands, ChildKind kind)
    {
        using var mounted = slot.Mount();
        foreach (var command in commands)
        {
            var outcome = session.Tools.Processes.Run(ToCommand(session, mounted.Folder, command, kind), session.Tools.Cancellation);
            if (!outcome.Succeeded)
            {
                return outcome;
            }
        }

        return null;
    }

    private static Command ToCommand(HuntSession session, string folder, CommandLine line, ChildKind kind)
    {
        var build = session.Place.Config.Build;
        var words = line.Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tree"] = folder,
            ["binary"] = Path.Combine(folder, build.Binary),
        });
        return new Command(words[0], words[1..])
        {
            Kind = kind,
            WorkingDirectory = folder,
            Environment = ChildEnvironment.FromOurs().SetItems(build.Environment),
            TimeLimit = TimeSpan.FromMinutes(build.TimeLimitMinutes),
        };
    }
}
