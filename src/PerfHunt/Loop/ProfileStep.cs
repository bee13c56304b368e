using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Reading;
using PerfHunt.Profiling.Recordings;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>Runs every workload of the baseline once under perf: fresh timings, and where the time goes.</summary>
public static class ProfileStep
{
    /// <summary>True when the baseline has no fresh profile.</summary>
    public static bool IsDue(HuntSession session) => session.State.Phase == Phase.Baselined;

    /// <summary>Records a round.</summary>
    public static void Run(HuntSession session)
    {
        var chosen = Chosen(session);
        Directory.CreateDirectory(session.Place.Workspace.Profiles);
        var round = chosen.Select(workload => Record(session, workload)).ToImmutableArray();
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
        session.Save(state.In(PhaseAfter(state.Phase, session.Options.ProfileOnly.IsEmpty)).WithHunt(hunt => hunt with { ProfileRound = round }));
    }

    // Only a round of the whole suite may be ranked: one of a part takes the place of a whole one, which is then due again.
    private static Phase PhaseAfter(Phase before, bool isWhole) =>
        before is not (Phase.Baselined or Phase.Profiled) ? before
        : isWhole ? Phase.Profiled
        : Phase.Baselined;

    /// <summary>The profiles of the last round by workload.</summary>
    /// <exception cref="HuntException">A recording cannot be read, or says too little.</exception>
    public static IReadOnlyDictionary<string, Profile> ReadRound(HuntSession session) =>
        ReadRoundInOrder(session).ToDictionary(pair => pair.Workload.Workload, pair => pair.Profile, StringComparer.Ordinal);

    /// <summary>The profiles of the last round, in the order of the suite.</summary>
    public static IEnumerable<(ProfiledWorkload Workload, Profile Profile)> ReadRoundInOrder(HuntSession session) =>
        session.Hunt.ProfileRound.Select(workload => (workload, Read(session, workload.PerfData)));

    /// <summary>Who calls a function and whom it calls in one workload of the last round; null when that is not known.</summary>
    public static CallNeighbours? Neighbours(HuntSession session, string workload, string function) =>
        session.Hunt.ProfileRound.FirstOrDefault(one => one.Workload == workload) is { } recorded
            ? new PerfDataReader().Read(recorded.PerfData, session.Tools.Cancellation).Value?.CallGraph?.Neighbours(function)
            : null;

    /// <summary>The hotspot's share in the candidate, in the workload where it was hottest, percent.</summary>
    public static double CandidateShare(HuntSession session, CurrentHotspot hotspot)
    {
        var hottest = hotspot.ByWorkload.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        var workload = SuiteStep.TakingPart(session).First(one => one.Name == hottest);
        Directory.CreateDirectory(session.Place.Workspace.CandidateProfiles);
        var file = Path.Combine(session.Place.Workspace.CandidateProfiles, $"{hottest}.data");
        Recorded(session, workload, session.Candidate, file);
        return Math.Round(ReadAny(session, file).Symbols.Where(share => share.Symbol == hotspot.Function).Sum(share => share.SelfPercent), 2);
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

    private static ProfiledWorkload Record(HuntSession session, WorkloadConfig workload)
    {
        var file = Path.Combine(session.Place.Workspace.Profiles, $"{workload.Name}.data");
        var run = Recorded(session, workload, session.Baseline, file);
        var profile = Read(session, file);
        var lost = profile.LostSamples > 0 ? string.Create(CultureInfo.InvariantCulture, $", {profile.LostSamples} lost") : "";
        session.Say(string.Create(CultureInfo.InvariantCulture, $"Profiled {workload.Name}: {run.Use.WallSeconds:0.00} s, {profile.Samples} samples{lost}{Scarcity(session, profile)}."));
        return new ProfiledWorkload
        {
            Workload = workload.Name,
            TimeS = run.Use.WallSeconds,
            PerfData = file,
            Samples = profile.Samples,
            LostSamples = profile.LostSamples,
        };
    }

    private static string Scarcity(HuntSession session, Profile profile) =>
        profile.Shortage(session.Place.Config.Perf.MinimumSamples) is { } shortage
            ? string.Create(CultureInfo.InvariantCulture, $", fewer than the {shortage.Minimum} that a sound ranking wants")
            : "";

    private static WorkloadRun Recorded(HuntSession session, WorkloadConfig workload, ProgramUnderTest program, string file)
    {
        var runner = Runners.For(session);
        var prepared = runner.Prepare(workload, program);
        var (_, outcome) = new PerfRecorder(session.Tools.Processes).Record(prepared.Command, file, session.Place.Config.Perf, session.Tools.Cancellation);
        return runner.Conclude(prepared, outcome);
    }

    // A program that has become faster gives fewer samples of the same workload: that must not end the hunt that made it so.
    private static Profile Read(HuntSession session, string file)
    {
        var profile = ReadAny(session, file);
        var isStart = session.Hunt.HeadCommit == session.Hunt.StartCommit;
        return isStart && profile.Shortage(session.Place.Config.Perf.MinimumSamples) is { } shortage
            ? throw new HuntException(ExitCode.BaselineInvalid, $"Too few samples to rank functions by: {shortage}", "Make the workloads larger (layers, modules per layer), or lower perf.minimumSamples.", file)
            : profile;
    }

    private static Profile ReadAny(HuntSession session, string file) => new PerfDataReader().Read(file, session.Tools.Cancellation)
        .OrThrow(ExitCode.Precondition, "Record again with --target=ProfileRound.");
}
