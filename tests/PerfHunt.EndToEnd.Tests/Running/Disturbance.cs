using System.Diagnostics;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>A signal that a running host gets.</summary>
/// <param name="Line">The progress line at which it gets it: its beginning, without the time.</param>
/// <param name="Signal">The signal as <c>kill</c> names it.</param>
/// <param name="ExitCode">The exit code that the host then ends with.</param>
internal sealed record Disturbance(string Line, string Signal = "KILL", int ExitCode = HostRun.Killed)
{
    /// <summary>True when the signal is due.</summary>
    public bool IsDueAt(string line) => line.Contains($"] {Line}", StringComparison.Ordinal);

    /// <summary>Sends a signal to a process, unless it has ended.</summary>
    public static void Send(Process process, string signal) =>
        Shell.Try("/", "kill", $"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
