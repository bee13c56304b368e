using System.Globalization;
using PerfHunt.Processes;

namespace PerfHunt.Tests.SourceControl;

/// <summary>
/// A runner whose last git gets SIGKILL after a random time, with all that it started; whether it was hit or had ended already, the
/// hunt dies there.
/// </summary>
internal sealed class KilledGit(Random random, int callsToLive) : IProcessRunner
{
    // Some git calls take less, so that deaths between two calls occur as well.
    private const double MostSeconds = 0.008;

    private readonly ProcessRunner _runner = new(TimeProvider.System);
    private int _calls;

    public ProcessOutcome Run(Command command, CancellationToken cancellation = default)
    {
        if (++_calls < callsToLive)
        {
            return _runner.Run(command, cancellation);
        }

        var seconds = (random.NextDouble() * MostSeconds).ToString("0.0000", CultureInfo.InvariantCulture);
        var killed = command with { Executable = "timeout", Arguments = ["-s", "KILL", seconds, command.Executable, .. command.Arguments] };
        throw new OperationCanceledException($"exit {_runner.Run(killed, cancellation).ExitCode} of {command.Arguments.First(word => !word.StartsWith('-'))}");
    }

    public (ProcessOutcome First, ProcessOutcome Second) RunTogether(Command first, Command second, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
