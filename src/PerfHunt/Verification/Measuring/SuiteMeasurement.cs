using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.Verification.Measuring.Counting;
using PerfHunt.Workloads;

namespace PerfHunt.Verification.Measuring;

/// <summary>Measures two programs against each other over the suite, round by round.</summary>
/// <param name="runner">Runs the workloads.</param>
/// <param name="mode">Duets, or alternating solo runs.</param>
/// <param name="cpu">The processor of duets, fixed for a measurement (<see cref="QuietProcessor"/>); null for any, as in solo runs.</param>
/// <param name="seed">The recorded seed from which the order of starts is drawn.</param>
public sealed class SuiteMeasurement(WorkloadRunner runner, MeasuringMode mode, int? cpu, long seed)
{
    /// <summary>The hunt's workspace: what still runs of it is ended before a round begins; null to look for nothing.</summary>
    public string? Workspace { get; init; }

    /// <summary>Counts instructions; null where time is measured. What is counted runs alone.</summary>
    public CountedRuns? Counter { get; init; }

    /// <summary>
    /// Runs every workload once on each side. Stops early after a workload on which the two did not behave alike: its run is then
    /// the last one.
    /// </summary>
    /// <param name="round">The round, from 1.</param>
    /// <param name="baseline">The baseline's program.</param>
    /// <param name="candidate">The candidate's program, at paths of the same length.</param>
    /// <param name="workloads">The workloads, in the same order in every round.</param>
    /// <param name="cancellation">Ends the round.</param>
    public ImmutableArray<DuetRun> MeasureRound(
        int round, ProgramUnderTest baseline, ProgramUnderTest candidate, IReadOnlyList<WorkloadConfig> workloads, CancellationToken cancellation = default)
    {
        if (Workspace is { } workspace)
        {
            StaleProcesses.EndAll(workspace);
        }

        var runs = ImmutableArray.CreateBuilder<DuetRun>();
        for (var i = 0; i < workloads.Count && (runs.Count == 0 || runs[^1].SameBehaviour); i++)
        {
            runs.Add(Measure(workloads[i], round, baseline, candidate, RoundOrder.CandidateFirst(seed, round, i), cancellation));
        }

        return runs.ToImmutable();
    }

    private DuetRun Measure(
        WorkloadConfig workload, int round, ProgramUnderTest baseline, ProgramUnderTest candidate, bool candidateFirst, CancellationToken cancellation)
    {
        var (starter, follower) = candidateFirst ? (candidate, baseline) : (baseline, candidate);
        var (first, second) = mode == MeasuringMode.Solo || Counter is not null
            ? (Alone(workload, starter, Side.First, cancellation), Alone(workload, follower, Side.Second, cancellation))
            : runner.RunDuet(workload, starter, follower, cpu, cancellation);
        return candidateFirst
            ? new DuetRun(workload.Name, round, second, first, candidateFirst)
            : new DuetRun(workload.Name, round, first, second, candidateFirst);
    }

    private WorkloadRun Alone(WorkloadConfig workload, ProgramUnderTest program, Side side, CancellationToken cancellation) =>
        Counter?.Run(workload, program, side, cancellation) ?? runner.Run(workload, program, side, cancellation: cancellation);
}
