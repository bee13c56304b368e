using PerfHunt.Verification.Statistics;
using PerfHunt.Workloads;

namespace PerfHunt.Verification.Measuring;

/// <summary>One workload on both sides: together as a duet, or one after the other.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="Round">Number of the round, from 1.</param>
/// <param name="Baseline">The baseline's run.</param>
/// <param name="Candidate">The candidate's run.</param>
/// <param name="CandidateFirst">True when the candidate was started first.</param>
public sealed record DuetRun(string Workload, int Round, WorkloadRun Baseline, WorkloadRun Candidate, bool CandidateFirst)
{
    /// <summary>True when both completed and behaved alike.</summary>
    public bool SameBehaviour => Baseline.BehavesAs(Candidate);

    /// <summary>The pair of figures for the statistics.</summary>
    public RunPair ToPair(Metric metric = Metric.Cpu) => new(Workload, Round, Value(Baseline, metric), Value(Candidate, metric));

    private static double Value(WorkloadRun run, Metric metric) => metric switch
    {
        Metric.Cpu => run.Use.CpuSeconds,
        Metric.Wall => run.Use.WallSeconds,
        _ => run.Count ?? double.NaN,
    };
}
