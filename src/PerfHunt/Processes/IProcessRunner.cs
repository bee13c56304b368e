namespace PerfHunt.Processes;

/// <summary>The one door to other programs.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a command to its end, with its process tree contained: nothing of it is left when this returns.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="cancellation">When cancelled, the tree is ended (TERM, grace, KILL).</param>
    /// <exception cref="ExecutableNotFoundException">There is no such program.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ProcessOutcome Run(Command command, CancellationToken cancellation = default);

    /// <summary>Starts two commands together (the first one first) and waits for both.</summary>
    (ProcessOutcome First, ProcessOutcome Second) RunTogether(Command first, Command second, CancellationToken cancellation = default);
}
