using PerfHunt.Errors;

namespace PerfHunt.Processes;

/// <summary>A program that is to be run does not exist or may not be executed.</summary>
public sealed class ExecutableNotFoundException(string executable)
    : HuntException(
        Errors.ExitCode.Precondition,
        $"The program '{executable}' was not found or is not executable",
        "Install it, or correct its name in the configuration.")
{
    /// <summary>The name or path that was asked for.</summary>
    public string Executable { get; } = executable;
}
