using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Files;

namespace PerfHunt.State;

/// <summary>Tells who works on a repository without touching its lock, so that looking never keeps a hunt from starting.</summary>
public static class LockHolder
{
    private const string Process = "process ";

    /// <summary>What the holder wrote of itself, such as <c>process 12 on host, since ...</c>.</summary>
    /// <param name="lockPath">The lock file.</param>
    /// <returns>Null when nobody holds the lock, or whoever did was killed on this machine.</returns>
    /// <exception cref="HuntException">The file beside the lock cannot be read.</exception>
    public static string? Find(string lockPath)
    {
        var text = UntrustedText.Line(RawText.Read(lockPath + RepositoryLock.HolderSuffix));
        return text.Length == 0 || WasKilled(text) ? null : text;
    }

    // Of another machine's processes we know nothing: what is written is believed.
    private static bool WasKilled(string text)
    {
        var words = text.StartsWith(Process, StringComparison.Ordinal) ? text[Process.Length..].Split(' ', ',') : [];
        return words is [var id, "on", var machine, ..]
            && machine == Environment.MachineName
            && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && !Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{number}"));
    }
}
