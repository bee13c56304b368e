using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Reporting;
using PerfHunt.State;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Statistics;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>
/// Finds out which workloads are a yardstick at all, and how much noise there is: the baseline against itself, each side in a
/// slot of its own. It must come out as no change, else nothing that is measured later can be believed.
/// </summary>
public static class CalibrationStep
{
    // What a look may spend on it, seconds; what noise there is shows in less.
    private const double BriefSeconds = 30;

    /// <summary>Runs of a workload in a round: baseline and candidate share a processor, or take turns.</summary>
    internal const int Sides = 2;

    /// <summary>True when the suite of this generation was not calibrated yet.</summary>
    public static bool IsDue(HuntSession session) =>
        session.State.Phase == Phase.Baselined && session.Hunt.CalibratedGeneration != session.State.SuiteGeneration;

    /// <summary>Calibrates.</summary>
    /// <exception cref="HuntException">No workload can be measured, or the baseline differs from itself.</exception>
    public static void Run(HuntSession session)
    {
        BuildStep.EnsureBuilt(session, session.CandidateSlot);
        TakeReferences(session);
        var (check, pairs) = MeasureItself(session);
        if (!check.Passed)
        {
            // A bad minute passes; what favours a slot is still there.
            session.Say($"{Text.Sentence(check.Reason)}. Measuring once more, to see whether it stays so.");
            (check, pairs) = MeasureItself(session, "again");
        }

        var verdict = check.Verdict;
        session.Say($"{Text.Sentence(check.Reason)}.");
        if (check.Warning is { } warning)
        {
            session.Say($"Note: {warning}.");
        }

        if (!check.Passed && !session.Options.Force)
        {
            throw new HuntException(
                ExitCode.Precondition,
                Text.Sentence(check.Reason),
                "See what else runs on this machine, or set build.inPlace if the build is bound to its path; --force goes on all the same.");
        }

        session.Save(session.State.WithHunt(hunt => hunt with
        {
            CalibratedGeneration = session.State.SuiteGeneration,
            Calibration = new CalibrationRecord
            {
                Change = MeasuredFigures.Of(verdict),
                Pairs = [.. pairs.Select(p => new CalibrationPair(p.Workload, p.Round, p.BaselineSeconds, p.CandidateSeconds))],
            },
        }));
    }

    private static void TakeReferences(HuntSession session)
    {
        FixedInputs.Require(session, SuiteStep.SuiteOf(session).Workloads, session.Baseline.Tree);
        session.Say("Running every workload twice, to see which are steady.");
        var steady = new SteadyCheck(Runners.For(session)) { Ran = run => session.Say($"{run.Workload} took {Figures.Duration(run.Use.WallSeconds)}.") }.Run(SuiteStep.SuiteOf(session).Workloads, session.Baseline, session.Tools.Cancellation);
        foreach (var one in steady.LeftOut)
        {
            session.Say($"Left out: {one.Workload}, {one.Reason}.");
        }

        session.Save(session.State.WithHunt(hunt => hunt with { MeasuringMode = ModeFor(session, steady.Steady) }) with
        {
            BenchmarkSuite = session.State.BenchmarkSuite with
            {
                Workloads = [.. session.State.BenchmarkSuite.Workloads.Select(workload => WithReference(workload, steady))],
            },
        });
    }

    private static SuiteWorkload WithReference(SuiteWorkload workload, SteadyWorkloads found)
    {
        var run = found.Steady.FirstOrDefault(one => one.Workload == workload.Name);
        return workload with
        {
            ExitCode = run?.ExitCode,
            OutputHash = run?.OutputHash,
            CpuSeconds = run?.Use.CpuSeconds,
            LeftOutBecause = found.LeftOut.FirstOrDefault(one => one.Workload == workload.Name)?.Reason,
        };
    }

    private static (SelfCheck Check, IReadOnlyList<RunPair> Pairs) MeasureItself(HuntSession session, string which = "")
    {
        var label = FormattableString.Invariant($"calibration {session.State.SuiteGeneration} {which}").TrimEnd();
        var metric = MeasuringNames.Metric(session.Hunt.Metric);
        var uncalibrated = VerdictPlan.From(session.Place.Config.Thresholds, mode: session.Hunt.MeasuringMode, metric: MeasuringNames.Of(metric));
        var isCounted = new JudgingRule(uncalibrated, []).IsCounted;
        var rounds = isCounted ? 1 : session.Options.Brief ? NoiseModel.LeastCalibrationRounds : NoiseModel.CalibrationRounds(SuiteStep.TakingPart(session).Length);
        var suite = SuiteStep.SuiteOf(session) with { Workloads = session.Options.Brief ? Shortest(session, isCounted ? 0 : BriefSeconds / rounds) : SuiteStep.TakingPart(session) };
        var measurement = new Measurement(session, label, Side(session, session.Baseline), Side(session, session.Candidate), suite);
        for (var round = 1; round <= rounds; round++)
        {
            session.Say($"Measuring the baseline against itself, round {round} of {rounds}{(isCounted ? "" : $", about {Figures.Duration(RoundSeconds(session, suite))}")}.");
            if (measurement.Round(round) is { } different)
            {
                LeaveOut(session, measurement.Confirm(different));
                return MeasureItself(session, which);
            }
        }

        return (isCounted ? SelfCheck.OfCounts(uncalibrated, measurement.Pairs) : SelfCheck.Of(uncalibrated with { MaxRounds = rounds }, measurement.Pairs), measurement.Pairs);
    }

    // The shortest ones whose rounds stay within a time, and at least one.
    private static ImmutableArray<WorkloadConfig> Shortest(HuntSession session, double seconds)
    {
        var taken = 0.0;
        ImmutableArray<WorkloadConfig> byTime = [.. SuiteStep.TakingPart(session).OrderBy(workload => CpuSeconds(session, workload.Name))];
        return [.. byTime.TakeWhile((workload, index) => (taken += Sides * CpuSeconds(session, workload.Name)) <= seconds || index == 0)];
    }

    private static double RoundSeconds(HuntSession session, Suite suite) => Sides * suite.Workloads.Sum(workload => CpuSeconds(session, workload.Name));

    /// <summary>CPU seconds of the baseline's first run of a workload; 0 where it was not run.</summary>
    internal static double CpuSeconds(HuntSession session, string workload) =>
        session.State.BenchmarkSuite.Workloads.FirstOrDefault(one => one.Name == workload)?.CpuSeconds ?? 0;

    private static MeasuredSide Side(HuntSession session, ProgramUnderTest program) => new(program, session.Hunt.HeadCommit);

    private static string ModeFor(HuntSession session, ImmutableArray<WorkloadRun> soloRuns)
    {
        var metric = MeasuringNames.Metric(session.Hunt.Metric);
        var mode = session.Options.Mode is { } wanted ? MeasuringNames.Mode(wanted) : ModeChoice.For(soloRuns, metric);
        session.Say($"Measuring {VerdictReason.Measure(MeasuringNames.Of(metric))} {(mode == MeasuringMode.Duet ? "by duets: both sides together on one processor" : "by solo runs: one side after the other")}.");
        return MeasuringNames.Of(mode);
    }

    // The same sources, built twice, behave differently: either always, and then no candidate could pass, or now and then.
    private static void LeaveOut(HuntSession session, BehaviourFinding finding)
    {
        var reason = finding.Reason.Length > 0 ? finding.Reason : "it behaves differently now and then";
        session.Say($"Left out: {finding.Workload}, {reason}.");
        session.Save(session.State with
        {
            BenchmarkSuite = session.State.BenchmarkSuite with
            {
                Workloads = [.. session.State.BenchmarkSuite.Workloads.Select(w => w.Name == finding.Workload ? w with { LeftOutBecause = reason } : w)],
            },
        });
        if (SuiteStep.TakingPart(session).IsEmpty)
        {
            throw new HuntException(
                ExitCode.BaselineInvalid,
                $"No workload can be measured; the last one, {finding.Workload}: {reason}",
                "Take what changes from run to run out of the output with run.ignoreOutput, or set build.inPlace if the program prints where it was built.");
        }
    }
}
