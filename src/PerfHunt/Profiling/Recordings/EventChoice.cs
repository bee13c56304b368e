using PerfHunt.Processes;

namespace PerfHunt.Profiling.Recordings;

/// <summary>Decides what <c>auto</c> means on this machine: cycles where they are counted, else the clock.</summary>
public sealed class EventChoice(IProcessRunner processes)
{
    /// <summary>The setting that leaves the choice to the machine.</summary>
    public const string Automatic = "auto";

    /// <summary>Counted by the processor: finest, and in the kernel's blind spots too. Missing on most virtual machines.</summary>
    public const string Cycles = "cycles";

    /// <summary>A kernel timer: everywhere.</summary>
    public const string CpuClock = "cpu-clock";

    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(20);
    private string? _automatic;

    /// <summary>The event to give to perf.</summary>
    /// <param name="configured">An event that perf knows, or <see cref="Automatic"/>.</param>
    /// <param name="cancellation">Ends the probe.</param>
    /// <exception cref="ExecutableNotFoundException">There is no perf.</exception>
    public string Resolve(string configured, CancellationToken cancellation = default) =>
        configured == Automatic ? _automatic ??= Probe(cancellation) : configured;

    private string Probe(CancellationToken cancellation)
    {
        var probe = Command.Of("perf", "stat", "-x", ",", "-e", Cycles, "--", "true") with { Kind = ChildKind.Perf, TimeLimit = ProbeLimit };
        var outcome = processes.Run(probe, cancellation);
        return outcome.Succeeded && Counts(outcome.StandardError) ? Cycles : CpuClock;
    }

    // One line an event, value first; what is not countable has a word in place of its value (perf-stat(1), CSV FORMAT).
    private static bool Counts(string csv) =>
        csv.Split('\n').Any(line => line.Contains(Cycles, StringComparison.Ordinal) && line.Length > 0 && char.IsAsciiDigit(line[0]));
}
