using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Elf;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>Runs workloads under perf, and makes sure that each recording is of the program that was built, doing what it does without perf.</summary>
public static class RoundRecordings
{
    /// <summary>The first recording of a workload in a round.</summary>
    /// <exception cref="HuntException">The workload does not behave as it does without perf, or another program was recorded.</exception>
    public static ProfiledWorkload First(HuntSession session, WorkloadConfig workload)
    {
        var file = Path.Combine(session.Place.Workspace.Profiles, $"{workload.Name}.data");
        var (run, profile) = Record(session, workload, file);
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

    /// <summary>One more recording of the same workload and program.</summary>
    /// <exception cref="HuntException">As for the first.</exception>
    public static ProfiledWorkload Another(HuntSession session, ProfiledWorkload before)
    {
        var workload = SuiteStep.TakingPart(session).First(one => one.Name == before.Workload);
        var number = before.MorePerfData.Length + 2;
        var file = Path.Combine(session.Place.Workspace.Profiles, string.Create(CultureInfo.InvariantCulture, $"{workload.Name}.{number}.data"));
        var (_, profile) = Record(session, workload, file);
        return before with
        {
            MorePerfData = before.MorePerfData.Add(file),
            Samples = before.Samples + profile.Samples,
            LostSamples = before.LostSamples + profile.LostSamples,
        };
    }

    /// <summary>The hotspot's share in the candidate, in the workload where it was hottest, percent.</summary>
    public static double CandidateShare(HuntSession session, CurrentHotspot hotspot)
    {
        var hottest = hotspot.ByWorkload.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        var workload = SuiteStep.TakingPart(session).First(one => one.Name == hottest);
        Directory.CreateDirectory(session.Place.Workspace.CandidateProfiles);
        var file = Path.Combine(session.Place.Workspace.CandidateProfiles, $"{hottest}.data");
        Recorded(session, workload, session.Candidate, file);
        KeptRecordings.KeepCandidate(session);
        var shares = RankedProfiles.Of(session, RoundProfiles.ReadAny(session, file)).Symbols.Where(share => share.Symbol == hotspot.Function);
        return Math.Round(shares.Sum(share => share.SelfPercent), 2);
    }

    private static (WorkloadRun Run, Profile Profile) Record(HuntSession session, WorkloadConfig workload, string file)
    {
        session.ReadRecordings.Remove(file);
        var run = RecordedAsBefore(session, workload, file);
        var profile = RoundProfiles.Read(session, file);
        RequireSameBuild(session, profile);
        var lost = profile.LostSamples > 0 ? string.Create(CultureInfo.InvariantCulture, $", {profile.LostSamples} lost") : "";
        session.Say(string.Create(CultureInfo.InvariantCulture, $"Profiled {workload.Name}: {run.Use.WallSeconds:0.00} s, {profile.Samples} samples{lost}{Scarcity(session, profile)}."));
        return (run, profile);
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
        var (_, outcome) = session.Tools.Recorder.Record(prepared.Command, file, session.Place.Config.Perf, session.Tools.Cancellation);
        return runner.Conclude(prepared, outcome);
    }
}
