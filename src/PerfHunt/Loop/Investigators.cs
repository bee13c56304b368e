using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Investigation;
using PerfHunt.Processes;

namespace PerfHunt.Loop;

/// <summary>The investigator that the configuration asks for.</summary>
public static class Investigators
{
    /// <summary>Makes it.</summary>
    /// <exception cref="HuntException">There is none of that kind, or it cannot be used.</exception>
    public static IInvestigator For(HuntSession session) => session.Place.Config.Investigator.Kind switch
    {
        InvestigatorConfig.PatchesKind => Patches(session),
        InvestigatorConfig.CommandKind => Program(session),
        var other => throw new HuntException(
            ExitCode.Usage, $"There is no investigator of the kind '{other}' that works by itself", "Correct investigator.kind.", session.Place.ConfigFile),
    };

    /// <summary>Makes sure that it can be used, as far as that can be told before the first attempt.</summary>
    /// <exception cref="HuntException">It cannot.</exception>
    public static void Check(HuntSession session)
    {
        var config = session.Place.Config.Investigator;
        if (config.Kind == InvestigatorConfig.PatchesKind)
        {
            Patches(session);
        }
        else if (config.Kind == InvestigatorConfig.CommandKind)
        {
            ExecutableLookup.Find(CommandOf(session).Words[0], Environment.GetEnvironmentVariable("PATH"), "/");
            if (IsSandboxed(session))
            {
                CheckSandbox(session);
            }
        }
    }

    private static PreparedPatchInvestigator Patches(HuntSession session) => new(
        PreparedPatches.Load(session.Place.PatchFolder ?? throw Missing("'patches' needs a folder", "patches", session)), session.Tools.Processes);

    private static PatientInvestigator Program(HuntSession session)
    {
        CommandOf(session);
        var config = session.Place.Config.Investigator;
        return new(
            new CommandInvestigator(config, session.Tools.Processes, ChildEnvironment.Ours(), Enclosure(session)),
            TimeSpan.FromSeconds(config.LimitWaitSeconds),
            TimeSpan.FromMinutes(config.LimitMinutes),
            (time, cancellation) => Wait(session, time, cancellation),
            request => AttemptIntake.IsUnchanged(session, request),
            session.Tools.Clock);
    }

    private static Func<Command, InvestigationRequest, Command> Enclosure(HuntSession session)
    {
        var config = session.Place.Config.Investigator;
        var home = Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } folder ? folder : "/root";
        var sandbox = new Bubblewrap(home, session.Place.Workspace.Root, session.Place.Workspace.Profiles)
        {
            // The seed that the unseen workloads are made from stands there.
            Secrets = [session.Stores.State.StatePath, session.Stores.State.BackupPath],
        };
        return IsSandboxed(session) ? (command, request) => sandbox.Enclose(command, request, config) : (command, _) => command;
    }

    private static bool IsSandboxed(HuntSession session) =>
        (session.Options.Sandbox ?? session.Place.Config.Investigator.Sandbox) == InvestigatorConfig.BubblewrapSandbox;

    // Many containers, and kernels with user namespaces switched off, allow no sandbox; that must not be found out at the first attempt.
    private static void CheckSandbox(HuntSession session)
    {
        var outcome = session.Tools.Processes.Run(Bubblewrap.Probe, session.Tools.Cancellation);
        if (!outcome.Succeeded)
        {
            throw new HuntException(
                ExitCode.Precondition,
                $"The sandbox cannot be used here: {UntrustedText.Line(outcome.StandardError.Trim())}",
                "Allow user namespaces (`sysctl kernel.unprivileged_userns_clone=1`), or start without --sandbox=bwrap.");
        }
    }

    private static CommandLine CommandOf(HuntSession session) =>
        session.Place.Config.Investigator.Command ?? throw Missing("'command' needs a command", "command", session);

    // Nothing of a hunt whose time is up is worth waiting for.
    private static bool Wait(HuntSession session, TimeSpan time, CancellationToken cancellation)
    {
        if (!session.TimeIsUp)
        {
            session.Say(FormattableString.Invariant($"The investigator is limited for now; asking again in {time.TotalSeconds:0} s."));
            Task.Delay(time, session.Tools.Clock, cancellation).Wait(cancellation);
        }

        return !session.TimeIsUp;
    }

    private static HuntException Missing(string what, string key, HuntSession session) =>
        new(ExitCode.Usage, $"The investigator {what}", $"Set investigator.{key} in the configuration.", session.Place.ConfigFile);
}
