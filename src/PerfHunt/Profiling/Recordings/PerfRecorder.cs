using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Recordings;

/// <summary>Runs workloads under <c>perf record</c>.</summary>
public sealed class PerfRecorder(IProcessRunner processes)
{
    // Size of the header of a perf.data file: a shorter file was never begun.
    private const int HeaderBytes = 104;

    private const string Remedy =
        "Allow recording (`sysctl kernel.perf_event_paranoid=1`, or run as root), or set perf.event to an event that this machine counts, such as cpu-clock.";

    /// <summary>What the setting <c>auto</c> means here.</summary>
    public EventChoice Events { get; } = new(processes);

    /// <summary>Runs a workload to its end and records where it spends its time.</summary>
    /// <param name="workload">The workload; its folder, environment, limits and processor hold for the run.</param>
    /// <param name="dataFile">Where the recording is written; an earlier one is replaced.</param>
    /// <param name="perf">Event, frequency and call graph.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The recording, and how the workload itself ended: its exit code and output as if it had run alone, the time with perf's share.</returns>
    /// <exception cref="ExecutableNotFoundException">There is no perf, or no such workload.</exception>
    /// <exception cref="CommandFailedException">perf could not record.</exception>
    public (Recording Recording, ProcessOutcome Workload) Record(
        Command workload, string dataFile, PerfConfig perf, CancellationToken cancellation = default)
    {
        // A quiet perf says nothing about a program that does not exist.
        RequireProgram(workload);
        File.Delete(dataFile);
        var eventName = Events.Resolve(perf.Event, cancellation);
        var outcome = processes.Run(UnderPerf(workload, dataFile, eventName, perf), cancellation);
        if (!outcome.TimedOut && !(File.Exists(dataFile) && new FileInfo(dataFile).Length > HeaderBytes))
        {
            throw Diagnose(outcome, dataFile, eventName, perf, cancellation);
        }

        KeptMaps.Take(workload.Environment?.GetValueOrDefault("TMPDIR"), dataFile);
        var recording = new Recording(dataFile, eventName, perf.FrequencyHz, PerfRecordArguments.HasCallChains(perf));
        return (recording, outcome with { Command = workload });
    }

    private static void RequireProgram(Command workload) =>
        ExecutableLookup.Find(
            workload.Executable,
            workload.Environment is null ? Environment.GetEnvironmentVariable("PATH") : workload.Environment.GetValueOrDefault("PATH"),
            workload.WorkingDirectory ?? Directory.GetCurrentDirectory());

    private static Command UnderPerf(Command workload, string dataFile, string eventName, PerfConfig perf) =>
        workload with { Executable = "perf", Arguments = PerfRecordArguments.For(workload, dataFile, eventName, perf), Kind = ChildKind.Perf };

    // perf was quiet about its reason: record nothing much again, aloud.
    private CommandFailedException Diagnose(
        ProcessOutcome failed, string dataFile, string eventName, PerfConfig perf, CancellationToken cancellation)
    {
        var quiet = UnderPerf(Command.Of("true"), dataFile, eventName, perf);
        var aloud = processes.Run(quiet with { Arguments = quiet.Arguments.Remove("-q") }, cancellation);
        File.Delete(dataFile);
        return new CommandFailedException(aloud.Succeeded ? failed : aloud, ExitCode.Precondition, Remedy);
    }
}
