namespace PerfHunt.Processes;

/// <summary>How a child ended and what it left.</summary>
/// <param name="Command">The command that ran.</param>
/// <param name="ExitCode">The exit code; 128 + signal number when a signal ended it.</param>
/// <param name="Signal">The signal that ended it, or null.</param>
/// <param name="TimedOut">True when the time limit ended it.</param>
/// <param name="Use">Resources used by the process tree.</param>
/// <param name="StandardOutput">Captured text, head and tail when it was over the cap.</param>
/// <param name="StandardError">Captured text, head and tail when it was over the cap.</param>
/// <param name="LeftoverProcesses">Processes that outlived the child and were ended by the sweep.</param>
public sealed record ProcessOutcome(
    Command Command,
    int ExitCode,
    int? Signal,
    bool TimedOut,
    ResourceUse Use,
    string StandardOutput,
    string StandardError,
    int LeftoverProcesses = 0)
{
    /// <summary>True when an output stream grew over 1 GiB and the child was ended for it.</summary>
    public bool OutputTooLarge { get; init; }

    /// <summary>True when it ended by itself with exit code 0.</summary>
    public bool Succeeded => ExitCode == 0 && !TimedOut && !OutputTooLarge;

    /// <summary>
    /// The end of what it said, for messages: the last lines of stdout, then those of stderr. Both, since many test programs tell on
    /// stdout what failed, and whoever ran them tells on stderr only that they did.
    /// </summary>
    /// <param name="count">Most lines of each stream, at least 1.</param>
    public IEnumerable<string> LastLines(int count) => Last(StandardOutput, count).Concat(Last(StandardError, count));

    private static IEnumerable<string> Last(string text, int count) => text.Trim().Split('\n').Where(line => line.Length > 0).TakeLast(count);
}
