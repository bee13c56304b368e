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
        }
    }

    private static PreparedPatchInvestigator Patches(HuntSession session) => new(
        PreparedPatches.Load(session.Place.PatchFolder ?? throw Missing("'patches' needs a folder", "patches", session)), session.Tools.Processes);

    private static PatientInvestigator Program(HuntSession session)
    {
        CommandOf(session);
        var config = session.Place.Config.Investigator;
        return new(
            new CommandInvestigator(config, session.Tools.Processes, ChildEnvironment.Ours(), (command, _) => command),
            TimeSpan.FromSeconds(config.LimitWaitSeconds),
            TimeSpan.FromMinutes(config.LimitMinutes),
            (time, cancellation) => Wait(session, time, cancellation),
            session.Tools.Clock);
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
