using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;

namespace PerfHunt.Workloads;

/// <summary>Runs the baseline twice on each workload, to see which of them can be a yardstick at all.</summary>
public sealed class SteadyCheck(WorkloadRunner runner)
{
    private readonly BehaviourCheck _differences = new(runner);

    /// <summary>Called with the first run of each workload that completes, before its second.</summary>
    public Action<WorkloadRun>? Ran { get; init; }

    /// <summary>
    /// Runs every workload twice; those that do not complete or do not agree with themselves are left out with the reason. The
    /// exit code need not be 0, only the same.
    /// </summary>
    /// <exception cref="HuntException">No workload is left.</exception>
    public SteadyWorkloads Run(ImmutableArray<WorkloadConfig> workloads, ProgramUnderTest baseline, CancellationToken cancellation = default)
    {
        var steady = ImmutableArray.CreateBuilder<WorkloadRun>();
        var leftOut = ImmutableArray.CreateBuilder<LeftOutWorkload>();
        foreach (var workload in workloads)
        {
            var (first, reason) = Judge(workload, baseline, cancellation);
            if (reason is null)
            {
                steady.Add(first);
            }
            else
            {
                leftOut.Add(new LeftOutWorkload(workload.Name, reason));
            }
        }

        return steady.Count > 0
            ? new SteadyWorkloads(steady.ToImmutable(), leftOut.ToImmutable())
            : throw new HuntException(
                ExitCode.BaselineInvalid,
                $"No workload can be measured: {string.Join("; ", leftOut.Select(one => $"{one.Workload}: {one.Reason}"))}",
                "See why the program fails on them, or take what changes from run to run out of its output with run.ignoreOutput.");
    }

    private (WorkloadRun First, string? Reason) Judge(WorkloadConfig workload, ProgramUnderTest baseline, CancellationToken cancellation)
    {
        // On different sides, so that the output of the first run is still there when they are compared.
        var first = Once(Side.First);
        if (first.Completed)
        {
            Ran?.Invoke(first);
        }

        var second = first.Completed ? Once(Side.Second) : first;
        var reason = first.Failure
            ?? (_differences.Difference(first, second) is { } difference ? $"it is not the same from run to run: {difference}" : null);
        return (first, reason);

        WorkloadRun Once(Side side) => runner.Run(workload, baseline, side, cancellation: cancellation);
    }
}
