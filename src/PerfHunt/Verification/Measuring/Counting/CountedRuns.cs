using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Workloads;

namespace PerfHunt.Verification.Measuring.Counting;

/// <summary>Runs workloads one after the other with their instructions counted.</summary>
/// <param name="processes">Runs the counting program.</param>
/// <param name="runner">Prepares runs, and says what came of them.</param>
/// <param name="counter">Counts.</param>
/// <param name="remedy">What a person does when nothing was counted.</param>
public sealed class CountedRuns(IProcessRunner processes, WorkloadRunner runner, IInstructionCounter counter, string remedy)
{
    private const string FolderName = "counts";

    /// <summary>What counts a metric; null for one that is timed.</summary>
    public static CountedRuns? For(Metric metric, IProcessRunner processes, WorkloadRunner runner) => metric switch
    {
        Metric.Instructions => new(processes, runner, new HardwareCounter(), HardwareCounter.Remedy),
        Metric.Callgrind => new(processes, runner, new CallgrindCounter(), CallgrindCounter.Remedy),
        _ => null,
    };

    /// <summary>Runs a workload alone.</summary>
    /// <exception cref="HuntException">Nothing was counted; exit code 3.</exception>
    public WorkloadRun Run(WorkloadConfig workload, ProgramUnderTest program, Side side, CancellationToken cancellation)
    {
        var prepared = runner.Prepare(workload, program, side);
        var folder = Path.Combine(Path.GetDirectoryName(prepared.Command.OutputFolder!)!, FolderName);
        Directory.CreateDirectory(folder);
        var run = runner.Conclude(prepared, processes.Run(counter.Around(prepared.Command, folder), cancellation));
        var count = counter.Read(folder);
        return count.Succeeded ? run with { Count = count.Value.Value } : throw new HuntException(
            ExitCode.Precondition, $"The instructions of the workload {workload.Name} cannot be counted: {count.Error.Problem}", remedy, count.Error.Source);
    }
}
