using System.Globalization;
using PerfHunt.Processes;

namespace PerfHunt.Tests.SourceControl;

/// <summary>A runner whose every git gets SIGKILL after a random time, with all that it started, as a power cut would have it. The hunt then dies too.</summary>
internal sealed class KilledGit(Random random, int mostMilliseconds) : IProcessRunner
{
    private const int EndedBySigkill = 137;

    private readonly ProcessRunner runner = new(TimeProvider.System);

    public ProcessOutcome Run(Command command, CancellationToken cancellation = default)
    {
        var seconds = (random.NextDouble() * mostMilliseconds / 1000).ToString("0.0000", CultureInfo.InvariantCulture);
        var outcome = runner.Run(
            command with { Executable = "timeout", Arguments = ["-s", "KILL", seconds, command.Executable, .. command.Arguments] }, cancellation);
        return outcome.ExitCode == EndedBySigkill ? throw new OperationCanceledException(command.ToString()) : outcome with { Command = command };
    }

    public (ProcessOutcome First, ProcessOutcome Second) RunTogether(Command first, Command second, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
