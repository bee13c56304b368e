using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Recordings;
using PerfHunt.State;
using PerfHunt.Workloads;

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
        Directory.CreateDirectory(session.Place.Workspace.Profiles);
        var round = chosen.Select(workload => Record(session, workload)).ToImmutableArray();
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

    /// <summary>The profiles of the last round by workload.</summary>
    /// <exception cref="HuntException">A recording cannot be read, or says too little.</exception>
    public static IReadOnlyDictionary<string, Profile> ReadRound(HuntSession session) =>
        RankedProfiles.Of(session, ReadRoundInOrder(session).ToDictionary(pair => pair.Workload.Workload, pair => pair.Profile, StringComparer.Ordinal));

    /// <summary>The profiles of the last round of this process, or else of the hunt, in the order of the suite.</summary>
    public static IEnumerable<(ProfiledWorkload Workload, Profile Profile)> ReadRoundInOrder(HuntSession session) =>
        (session.LastRound ?? session.Hunt.ProfileRound).Select(workload => (workload, Read(session, workload.PerfData)));

    /// <summary>The profile of one workload of the last round; null when it is not there.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="inlined">Tells what was inlined; null to count by compiled functions.</param>
    public static Profile? ReadWorkload(HuntSession session, string workload, SourceIndexes? inlined = null) =>
        session.Hunt.ProfileRound.FirstOrDefault(one => one.Workload == workload) is { } recorded
            ? new PerfDataReader { Inlined = inlined }.Read(recorded.PerfData, session.Tools.Cancellation).Value
            : null;

    /// <summary>The hotspot's share in the candidate, in the workload where it was hottest, percent.</summary>
    public static double CandidateShare(HuntSession session, CurrentHotspot hotspot)
    {
        var hottest = hotspot.ByWorkload.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        var workload = SuiteStep.TakingPart(session).First(one => one.Name == hottest);
        Directory.CreateDirectory(session.Place.Workspace.CandidateProfiles);
        var file = Path.Combine(session.Place.Workspace.CandidateProfiles, $"{hottest}.data");
        Recorded(session, workload, session.Candidate, file);
        KeptRecordings.KeepCandidate(session);
        return Math.Round(RankedProfiles.Of(session, ReadAny(session, file)).Symbols.Where(share => share.Symbol == hotspot.Function).Sum(share => share.SelfPercent), 2);
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
        var run = RecordedAsBefore(session, workload, file);
        var profile = Read(session, file);
        RequireSameBuild(session, profile);
        var lost = profile.LostSamples > 0 ? string.Create(CultureInfo.InvariantCulture, $", {profile.LostSamples} lost") : "";
        session.Say(string.Create(CultureInfo.InvariantCulture, $"Profiled {workload.Name}: {run.Use.WallSeconds:0.00} s, {profile.Samples} samples{lost}{Scarcity(session, profile)}."));
        return new ProfiledWorkload
        {
            Workload = workload.Name,
            TimeS = run.Use.WallSeconds,
            PerfData = file,
            ExitCode = run.ExitCode,
            OutputHash = run.OutputHash,
            Samples = profile.Samples,
            LostSamples = profile.LostSamples,
        };
    }

    // Under perf the program must do what it does without; a workload that fails now and then gets a second chance.
    private static WorkloadRun RecordedAsBefore(HuntSession session, WorkloadConfig workload, string file)
    {
        var known = session.State.BenchmarkSuite.Workloads.First(one => one.Name == workload.Name);
        var run = Recorded(session, workload, session.Baseline, file);
        if (known.OutputHash is null || IsAsKnown(run, known))
        {
            return run;
        }

        session.Say($"{workload.Name} did not behave as before under perf: once more.");
        run = Recorded(session, workload, session.Baseline, file);
        return IsAsKnown(run, known)
            ? run
            : throw new HuntException(
                ExitCode.BaselineInvalid,
                $"The baseline does not behave under perf as it does without, on workload {workload.Name}: {run.Failure ?? FormattableString.Invariant($"exit code {run.ExitCode}, before {known.ExitCode}, or other output")}",
                "See its output, and take what changes from run to run out with run.ignoreOutput.",
                run.OutputFolder);
    }

    private static bool IsAsKnown(WorkloadRun run, SuiteWorkload known) =>
        run.Completed && run.ExitCode == known.ExitCode && run.OutputHash == known.OutputHash;

    private static void RequireSameBuild(HuntSession session, Profile profile)
    {
        foreach (var warning in profile.Warnings)
        {
            session.Say($"Note: {warning}");
        }

        if (session.Hunt.Builds[session.BaselineSlot.Name].BuildId.Length > 0 && RecordedBinary.Mismatch(profile, session.Baseline.Binary) is { } mismatch)
        {
            throw mismatch.ToException(ExitCode.BaselineInvalid, "Run --target=ProfileRound again; if it stays so, see whether the workload really runs {binary}.");
        }
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
