using PerfHunt.Processes;

namespace PerfHunt.Tests.Profiling;

/// <summary>A runner that runs nothing and answers every command alike.</summary>
internal sealed class ScriptedProcesses(int exitCode = 0, string standardOutput = "", string standardError = "") : IProcessRunner
{
    public List<Command> Commands { get; } = [];

    public ProcessOutcome Run(Command command, CancellationToken cancellation = default)
    {
        Commands.Add(command);
        return new ProcessOutcome(command, exitCode, null, false, new ResourceUse(0, 0, 0, 0, 0, 0, 0, 0), standardOutput, standardError);
    }

    public (ProcessOutcome First, ProcessOutcome Second) RunTogether(Command first, Command second, CancellationToken cancellation = default) =>
        (Run(first, cancellation), Run(second, cancellation));
}
