using PerfHunt.Processes;

namespace PerfHunt.Profiling.Recordings;

/// <summary>Finds a program as execvp(3) does.</summary>
internal static class ProgramSearch
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Throws when the program of a command does not exist.</summary>
    /// <exception cref="ExecutableNotFoundException">There is no such program.</exception>
    public static void Require(Command command)
    {
        if (!Places(command).Any(IsExecutable))
        {
            throw new ExecutableNotFoundException(command.Executable);
        }
    }

    private static IEnumerable<string> Places(Command command)
    {
        var folder = command.WorkingDirectory ?? Directory.GetCurrentDirectory();
        if (command.Executable.Contains('/', StringComparison.Ordinal))
        {
            return [Path.Combine(folder, command.Executable)];
        }

        var path = command.Environment is null ? Environment.GetEnvironmentVariable("PATH") : command.Environment.GetValueOrDefault("PATH");
        return (path ?? "/bin:/usr/bin").Split(':').Select(entry => Path.Combine(folder, entry, command.Executable));
    }

    private static bool IsExecutable(string path) => File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}
