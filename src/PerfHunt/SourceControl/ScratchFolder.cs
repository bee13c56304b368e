using System.Globalization;
using PerfHunt.Files;

namespace PerfHunt.SourceControl;

/// <summary>The folder for what git calls leave until they have ended: captured output, temporary index files.</summary>
public static class ScratchFolder
{
    private const string OutputPrefix = "git-";
    private const string IndexPrefix = "index-";

    /// <summary>A fresh name for a folder of captured output. It names our process, since others may use the folder without the lock.</summary>
    internal static string NewOutput(string scratch) =>
        Path.Combine(scratch, string.Create(CultureInfo.InvariantCulture, $"{OutputPrefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));

    /// <summary>A fresh name for a temporary index; only for whoever holds the repository's lock.</summary>
    internal static string NewIndex(string scratch) => Path.Combine(scratch, $"{IndexPrefix}{Guid.NewGuid():N}");

    /// <summary>Removes what processes left that were killed. Call it under the repository's lock.</summary>
    /// <param name="scratch">The folder; it may be missing.</param>
    public static void RemoveLeftovers(string scratch)
    {
        if (!Directory.Exists(scratch))
        {
            return;
        }

        foreach (var path in Directory.GetFileSystemEntries(scratch).Where(path => IsLeftover(Path.GetFileName(path))))
        {
            FreshFolder.Remove(path);
            File.Delete(path);
        }
    }

    private static bool IsLeftover(string name) =>
        name.StartsWith(IndexPrefix, StringComparison.Ordinal)
        || (name.StartsWith(OutputPrefix, StringComparison.Ordinal) && !IsAlive(name[OutputPrefix.Length..].Split('-')[0]));

    private static bool IsAlive(string pid) => pid.Length > 0 && pid.All(char.IsAsciiDigit) && Directory.Exists($"/proc/{pid}");
}
