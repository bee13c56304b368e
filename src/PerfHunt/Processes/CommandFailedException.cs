using PerfHunt.Errors;

namespace PerfHunt.Processes;

/// <summary>A command that had to succeed did not. Carries how it ended.</summary>
public sealed class CommandFailedException(ProcessOutcome outcome, Errors.ExitCode exitCode, string remedy)
    : HuntException(exitCode, Describe(outcome), remedy, outcome.Command.WorkingDirectory)
{
    private const int TailLines = 12;

    /// <summary>How the command ended.</summary>
    public ProcessOutcome Outcome { get; } = outcome;

    private static string Describe(ProcessOutcome outcome)
    {
        var end = outcome.TimedOut ? "ran into its time limit"
            : outcome.OutputTooLarge ? "was ended because it wrote more than 1 GiB"
            : outcome.Signal is { } signal ? $"was ended by signal {signal}"
            : $"exited with {outcome.ExitCode}";
        var tail = string.Join('\n', outcome.LastLines(TailLines));
        return tail.Length == 0 ? $"`{outcome.Command}` {end}" : $"`{outcome.Command}` {end}, saying:\n{tail}\n";
    }
}
