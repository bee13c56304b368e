using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Profiling;

namespace PerfHunt.Tests.Profiling.PerfReport;

/// <summary>Reads recordings through <c>perf report</c>: the yardstick of our own reader. The hunt does not use it.</summary>
public sealed class PerfReportReader(IProcessRunner processes) : IProfileReader
{
    // A table of 100,000 rows of 200 characters; perf's output has one row a symbol and thread name.
    private const int TableCapBytes = 20 << 20;

    /// <inheritdoc/>
    /// <exception cref="CommandFailedException">perf could not read the recording.</exception>
    public Parsed<Profile> Read(string recording, CancellationToken cancellation = default)
    {
        // perf refuses a children column for a recording without call chains, and says so only by failing.
        var outcome = processes.Run(Report(recording, withCallGraph: true), cancellation);
        if (!outcome.Succeeded)
        {
            outcome = processes.Run(Report(recording, withCallGraph: false), cancellation);
        }

        return outcome.Succeeded
            ? PerfReportParser.Parse(outcome.StandardOutput, recording)
            : throw new CommandFailedException(outcome, ExitCode.Precondition, "Record again; `perf report -i FILE` shows what perf finds wrong with the recording.");
    }

    private static Command Report(string recording, bool withCallGraph) =>
        new("perf", PerfReportFormat.Arguments(recording, withCallGraph)) { Kind = ChildKind.Perf, OutputCapBytes = TableCapBytes, KeepControls = true };
}
