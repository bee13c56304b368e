namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>How a run of the host ended.</summary>
/// <param name="ExitCode">The exit code; 128 plus the signal for a process that a signal ended.</param>
/// <param name="Output">All of stdout.</param>
/// <param name="Error">All of stderr.</param>
internal sealed record HostRun(int ExitCode, string Output, string Error)
{
    /// <summary>The exit code of a process that SIGKILL ended.</summary>
    public const int Killed = 137;

    /// <summary>The lines of stdout.</summary>
    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    /// <inheritdoc/>
    public override string ToString() => $"exit code {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";
}
