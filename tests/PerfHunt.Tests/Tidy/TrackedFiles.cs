using System.ComponentModel;
using System.Diagnostics;

namespace PerfHunt.Tests.Tidy;

/// <summary>The files that git tracks, or would track.</summary>
internal static class TrackedFiles
{
    /// <summary>Their paths relative to the root.</summary>
    public static IReadOnlyList<string> All { get; } = List();

    private static List<string> List()
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", RepositoryFiles.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Path.Combine(RepositoryFiles.Root, path)))];
        }
        catch (Win32Exception)
        {
            // Without git: everything but what builds leave.
            return [.. RepositoryFiles.Below(".")];
        }
    }
}
