using PerfHunt.Processes.Linux;

namespace PerfHunt.Processes;

/// <summary>Finds the file that a command's executable names.</summary>
public static class ExecutableLookup
{
    /// <summary>True when a bare name is found on our own PATH.</summary>
    public static bool IsOnPath(string name)
    {
        try
        {
            Find(name, Environment.GetEnvironmentVariable("PATH"), "/");
            return true;
        }
        catch (ExecutableNotFoundException)
        {
            return false;
        }
    }

    /// <summary>
    /// A name with a slash is a path, relative to the command's folder; any other is looked up in the folders of PATH, of which
    /// relative ones are passed over (a program planted in the current folder is never run).
    /// </summary>
    /// <exception cref="ExecutableNotFoundException">No such file, or it may not be executed.</exception>
    public static string Find(string executable, string? path, string folder)
    {
        if (executable.Contains('/', StringComparison.Ordinal))
        {
            var file = Path.Combine(folder, executable);
            return IsExecutable(file) ? file : throw new ExecutableNotFoundException(executable);
        }

        return (path ?? "").Split(':')
            .Where(candidate => executable.Length > 0 && candidate.StartsWith('/'))
            .Select(candidate => Path.Combine(candidate, executable))
            .FirstOrDefault(IsExecutable) ?? throw new ExecutableNotFoundException(executable);
    }

    private static bool IsExecutable(string file) => File.Exists(file) && LibC.Access(file, LibC.ExecuteAllowed) == 0;
}
