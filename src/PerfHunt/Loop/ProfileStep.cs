using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Runs every workload of the baseline once under perf: fresh timings, and where the time goes.</summary>
public static class ProfileStep
{
    /// <summary>True when the baseline has no fresh profile, or the caller asks for some workloads only.</summary>
    public static bool IsDue(HuntSession session) => session.State.Phase == Phase.Baselined || !session.Options.ProfileOnly.IsEmpty;

    /// <summary>Records a round.</summary>
    public static void Run(HuntSession session)
    {
        var chosen = Chosen(session);
        FixedInputs.Require(session, chosen, session.Baseline.Tree);
        Directory.CreateDirectory(session.Place.Workspace.Profiles);
        var round = Clear(session, [.. chosen.Select(workload => RoundRecordings.First(session, workload))]);
        session.LastRound = round;
        KeptRecordings.KeepRound(session, round);
        if (!session.Options.ProfileOnly.IsEmpty)
        {
            // A part of the suite is nothing to rank by: it is shown, and the hunt stays where it was.
            return;
        }

        var state = session.State with
        {
            FixesSinceLastProfile = 0,
            Baseline = new BaselineTimings
            {
                Timestamp = Text.UtcLabel(session.Tools.Clock),
                Commit = session.Hunt.HeadCommit,
                Timings = round.ToImmutableSortedDictionary(w => w.Workload, w => Math.Round(w.TimeS, 3), StringComparer.Ordinal),
            },
        };
        session.Save(state.In(state.Phase == Phase.Baselined ? Phase.Profiled : state.Phase).WithHunt(hunt => hunt with { ProfileRound = round }));
    }

    /// <summary>Makes sure that every workload that the caller names takes part.</summary>
    /// <exception cref="HuntException">One does not.</exception>
    public static void RequireKnown(HuntSession session)
    {
        var names = SuiteStep.TakingPart(session).Select(workload => workload.Name).ToList();
        if (session.Options.ProfileOnly.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            var meant = NearestName.Find(unknown, names) is { } name ? $"Did you mean '{name}'? " : "";
            throw new HuntException(ExitCode.Usage, $"There is no workload '{unknown}'", $"{meant}The workloads are: {string.Join(", ", names)}.");
        }
    }

    private static ImmutableArray<WorkloadConfig> Chosen(HuntSession session)
    {
        RequireKnown(session);
        var all = SuiteStep.TakingPart(session);
        return session.Options.ProfileOnly.IsEmpty ? all : [.. all.Where(workload => session.Options.ProfileOnly.Contains(workload.Name))];
    }

    // What chance may have put in this order is recorded again, as often as the configuration allows: else another night chooses otherwise.
    private static ImmutableArray<ProfiledWorkload> Clear(HuntSession session, ImmutableArray<ProfiledWorkload> round)
    {
        for (var recordings = 1; recordings < session.Place.Config.Perf.Recordings && session.Options.ProfileOnly.IsEmpty; recordings++)
        {
            var undecided = AnalysisStep.Undecided(session, round);
            if (undecided.IsEmpty)
            {
                break;
            }

            session.Say($"The two hottest functions are too close to tell apart: {string.Join(" and ", undecided)} once more.");
            round = [.. round.Select(workload => undecided.Contains(workload.Workload) ? RoundRecordings.Another(session, workload) : workload)];
        }

        return round;
    }
}
