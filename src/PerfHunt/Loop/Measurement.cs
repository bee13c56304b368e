using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PerfHunt.Configuration;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Measuring.Counting;
using PerfHunt.Verification.Statistics;
using PerfHunt.Verification.Trends;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>
/// One measurement of two programs over some workloads: the processor and the order of starts are fixed when it begins. Every round
/// is added to the history.
/// </summary>
public sealed class Measurement
{
    private readonly HuntSession _session;
    private readonly MeasuredSide _baseline;
    private readonly MeasuredSide _candidate;
    private readonly ImmutableArray<WorkloadConfig> _workloads;
    private readonly SuiteMeasurement _suite;
    private readonly List<DuetRun> _runs = [];

    /// <summary>Prepares a measurement.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="label">What is measured; part of the random seed, so that the same measurement draws the same order again.</param>
    /// <param name="baseline">The side that is compared with.</param>
    /// <param name="candidate">The side that is judged.</param>
    /// <param name="suite">The workloads; null for those of the hunt that take part.</param>
    /// <param name="mode">Duets or solo runs; null for what the calibration chose.</param>
    public Measurement(
        HuntSession session, string label, MeasuredSide baseline, MeasuredSide candidate, Suite? suite = null, MeasuringMode? mode = null)
    {
        _session = session;
        _baseline = baseline;
        _candidate = candidate;
        _workloads = suite?.Workloads ?? SuiteStep.TakingPart(session);
        Runner = Runners.For(session, suite ?? SuiteStep.SuiteOf(session));
        Metric = MeasuringNames.Metric(session.Hunt.Metric);
        Mode = mode ?? MeasuringNames.Mode(session.Hunt.MeasuringMode);
        _suite = new SuiteMeasurement(Runner, Mode, ProcessorFor(Mode), SeedFor(session.Hunt.RandomSeed, label))
        {
            Workspace = session.Place.Workspace.Root,
            Counter = CountedRuns.For(Metric, session.Tools.Processes, Runner),
        };
    }

    /// <summary>Duets or solo runs.</summary>
    public MeasuringMode Mode { get; }

    /// <summary>What is compared.</summary>
    public Metric Metric { get; }

    /// <summary>Runs the workloads.</summary>
    public WorkloadRunner Runner { get; }

    /// <summary>All runs so far in which both sides behaved alike.</summary>
    public IReadOnlyList<DuetRun> Runs => _runs;

    /// <summary>The figures of these runs.</summary>
    public IReadOnlyList<RunPair> Pairs => [.. _runs.Select(run => run.ToPair(Metric))];

    /// <summary>Runs every workload once on each side; ends early where the two sides behave differently.</summary>
    /// <param name="round">The round, from 1.</param>
    /// <param name="without">Workloads that are passed over.</param>
    /// <returns>The run in which the sides behaved differently, or null.</returns>
    public DuetRun? Round(int round, IReadOnlySet<string>? without = null)
    {
        ImmutableArray<WorkloadConfig> chosen = [.. _workloads.Where(workload => without?.Contains(workload.Name) != true)];
        FixedInputs.Require(_session, chosen, _baseline.Program.Tree, _candidate.Program.Tree);
        var runs = _suite.MeasureRound(round, _baseline.Program, _candidate.Program, chosen, _session.Tools.Cancellation);
        var alike = runs.Where(run => run.SameBehaviour).ToList();
        _runs.AddRange(alike);
        _session.Stores.History.Append(alike.Select(run => run.ToPair(Metric)).Where(LogRatios.IsUsable).Select(ToEntry));
        return runs.FirstOrDefault(run => !run.SameBehaviour);
    }

    /// <summary>Makes sure that a difference in behaviour is one, and not a workload that is not the same each time.</summary>
    /// <param name="duet">The run that showed it.</param>
    public BehaviourFinding Confirm(DuetRun duet)
    {
        // Workloads with unseen seeds have no reference; what the baseline does beside the candidate is theirs.
        var known = _session.State.BenchmarkSuite.Workloads.FirstOrDefault(workload => workload.Name == duet.Workload);
        var expected = known is { OutputHash: { } hash, ExitCode: { } code } ? new Behaviour(duet.Workload, code, hash) : Behaviour.Of(duet.Baseline);
        var workload = _workloads.First(one => one.Name == duet.Workload);
        return new BehaviourCheck(Runner).Compare(workload, _baseline.Program, _candidate.Program, expected, _session.Tools.Cancellation);
    }

    private int? ProcessorFor(MeasuringMode mode)
    {
        if (mode == MeasuringMode.Duet)
        {
            return _session.Quiet.Cpu();
        }

        _session.Quiet.AwaitAll();
        return null;
    }

    // What is no commit is what was measured, beside one; also where it is the side that is compared with.
    private HistoryEntry ToEntry(RunPair pair) => _baseline.IsTree ? ToEntry(pair.Swapped(), _candidate, _baseline) : ToEntry(pair, _baseline, _candidate);

    private HistoryEntry ToEntry(RunPair pair, MeasuredSide against, MeasuredSide measured) => new(
        Text.UtcLabel(_session.Tools.Clock),
        measured.Id,
        against.Id,
        pair.Workload,
        pair.Round,
        pair.CandidateSeconds,
        pair.BaselineSeconds,
        MeasuringNames.Of(Metric),
        MeasuringNames.Of(Mode)) { IsTree = measured.IsTree };

    private static long SeedFor(long huntSeed, string label) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{huntSeed}:{label}"))), 0);
}
