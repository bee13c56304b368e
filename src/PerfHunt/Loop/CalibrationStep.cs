using PerfHunt.Errors;
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
    // Each round gives one pair a workload; three are enough to learn a scale from, together with what is known of duets.
    private const int Rounds = 3;

    /// <summary>True when the suite of this generation was not calibrated yet.</summary>
    public static bool IsDue(HuntSession session) =>
        session.State.Phase == Phase.Baselined && session.Hunt.CalibratedGeneration != session.State.SuiteGeneration;

    /// <summary>Calibrates.</summary>
    /// <exception cref="HuntException">No workload can be measured, or the baseline differs from itself.</exception>
    public static void Run(HuntSession session)
    {
        BuildStep.EnsureBuilt(session, session.CandidateSlot);
        TakeReferences(session);
        var (verdict, pairs) = MeasureItself(session);
        var differs = verdict.Kind is VerdictKind.Improved or VerdictKind.Regressed;
        session.Say(FormattableString.Invariant($"The baseline against itself: {(differs ? "it differs" : "no change")} ({verdict.LowPercent:+0.0;-0.0;0.0} to {verdict.HighPercent:+0.0;-0.0;0.0} %)."));
        if (differs && !session.Options.Force)
        {
            throw new HuntException(
                ExitCode.Precondition,
                $"The baseline differs from itself: {verdict.Reason}",
                "See what else runs on this machine, or set build.inPlace if the build is bound to its path; --force goes on all the same.");
        }

        session.Save(session.State.WithHunt(hunt => hunt with
        {
            CalibratedGeneration = session.State.SuiteGeneration,
            Calibration = new CalibrationRecord
            {
                Change = ChangeMeasurement.Record(verdict),
                Pairs = [.. pairs.Select(p => new CalibrationPair(p.Workload, p.Round, p.BaselineSeconds, p.CandidateSeconds))],
            },
        }));
    }

    private static void TakeReferences(HuntSession session)
    {
        session.Say("Running every workload twice, to see which are steady.");
        var steady = new SteadyCheck(Runners.For(session)).Run(SuiteStep.SuiteOf(session).Workloads, session.Baseline, session.Tools.Cancellation);
        foreach (var one in steady.LeftOut)
        {
            session.Say($"Left out: {one.Workload}, {one.Reason}.");
        }

        session.Save(session.State.WithHunt(hunt => hunt with { MeasuringMode = Measurement.ModeName(ModeChoice.For(steady.Steady)) }) with
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
            LeftOutBecause = found.LeftOut.FirstOrDefault(one => one.Workload == workload.Name)?.Reason,
        };
    }

    private static (Verdict Verdict, List<RunPair> Pairs) MeasureItself(HuntSession session)
    {
        var measurement = new Measurement(session, FormattableString.Invariant($"calibration {session.State.SuiteGeneration}"));
        var pairs = new List<RunPair>();
        for (var round = 1; round <= Rounds; round++)
        {
            session.Say($"Measuring the baseline against itself, round {round} of {Rounds}.");
            pairs.AddRange(measurement.Round(round, session.Baseline, session.Candidate).Select(duet => duet.ToPair()));
        }

        var plan = VerdictPlan.From(session.Place.Config.Thresholds, mode: Measurement.ModeName(measurement.Mode)) with { MaxRounds = Rounds };
        return (VerdictRule.Judge(plan, pairs), pairs);
    }
}
