using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PerfHunt.Configuration;
using PerfHunt.Verification.Measuring;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>One measurement of two programs over the suite: the processor and the order of starts are fixed when it begins.</summary>
public sealed class Measurement
{
    private readonly HuntSession _session;
    private readonly ImmutableArray<WorkloadConfig> _workloads;
    private readonly SuiteMeasurement _suite;
    private readonly WorkloadRunner _runner;

    /// <summary>Prepares a measurement.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="label">What is measured; part of the random seed, so that the same measurement draws the same order again.</param>
    public Measurement(HuntSession session, string label)
    {
        _session = session;
        _workloads = SuiteStep.TakingPart(session);
        _runner = Runners.For(session);
        Mode = session.Hunt.MeasuringMode == ModeName(MeasuringMode.Solo) ? MeasuringMode.Solo : MeasuringMode.Duet;
        _suite = new SuiteMeasurement(_runner, Mode, session.QuietCpu(), SeedFor(session.Hunt.RandomSeed, label))
        {
            Workspace = session.Place.Workspace.Root,
        };
    }

    /// <summary>Duets or solo runs, as the calibration chose.</summary>
    public MeasuringMode Mode { get; }

    /// <summary>How the state file and verdicts name a mode.</summary>
    public static string ModeName(MeasuringMode mode) => mode == MeasuringMode.Solo ? "solo" : "duet";

    /// <summary>Runs every workload once on each side; ends early where the two sides behave differently.</summary>
    public ImmutableArray<DuetRun> Round(int round, ProgramUnderTest baseline, ProgramUnderTest candidate) =>
        _suite.MeasureRound(round, baseline, candidate, _workloads, _session.Tools.Cancellation);

    /// <summary>Makes sure that a difference in behaviour is one, and not a workload that is not the same each time.</summary>
    public BehaviourFinding Confirm(DuetRun duet, ProgramUnderTest baseline, ProgramUnderTest candidate)
    {
        var reference = _session.State.BenchmarkSuite.Workloads.First(workload => workload.Name == duet.Workload);
        var expected = new Behaviour(duet.Workload, reference.ExitCode!.Value, reference.OutputHash!);
        var workload = _workloads.First(one => one.Name == duet.Workload);
        return new BehaviourCheck(_runner).Compare(workload, baseline, candidate, expected, _session.Tools.Cancellation);
    }

    private static long SeedFor(long huntSeed, string label) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{huntSeed}:{label}"))), 0);
}
