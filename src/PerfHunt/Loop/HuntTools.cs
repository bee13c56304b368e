using PerfHunt.Processes;
using PerfHunt.Profiling.Recordings;

namespace PerfHunt.Loop;

/// <summary>What every step works with.</summary>
/// <param name="Processes">The door to other programs.</param>
/// <param name="Clock">The clock; durations are monotonic.</param>
/// <param name="Progress">Receives a line when something begins or ends.</param>
/// <param name="Timeline">Where the time goes.</param>
/// <param name="Cancellation">Cancelled when the user interrupts.</param>
public sealed record HuntTools(
    IProcessRunner Processes,
    TimeProvider Clock,
    IProgress<string> Progress,
    Timeline Timeline,
    CancellationToken Cancellation)
{
    /// <summary>What records; it asks once which event this machine counts.</summary>
    public PerfRecorder Recorder { get; } = new(Processes);
}
