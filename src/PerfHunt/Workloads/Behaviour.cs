namespace PerfHunt.Workloads;

/// <summary>How a program must behave on a workload: as the baseline did.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="OutputHash">Hash of the canonical output.</param>
public sealed record Behaviour(string Workload, int ExitCode, string OutputHash)
{
    /// <summary>The behaviour that a completed run showed.</summary>
    public static Behaviour Of(WorkloadRun run) => new(run.Workload, run.ExitCode, run.OutputHash);

    /// <summary>True when a run completed and showed this behaviour.</summary>
    public bool IsShownBy(WorkloadRun run) => run.Completed && Of(run) == this;
}
