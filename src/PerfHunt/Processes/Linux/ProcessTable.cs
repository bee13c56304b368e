using System.Globalization;
using System.Text;

namespace PerfHunt.Processes.Linux;

/// <summary>Reads <c>/proc</c>. Processes come and go while it is read: one that vanished is simply not there.</summary>
internal static class ProcessTable
{
    /// <summary>Every process that can be seen.</summary>
    public static IReadOnlyList<ProcessEntry> All() =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? Find(pid) : null)
            .OfType<ProcessEntry>()];

    /// <summary>One process, or null when there is none.</summary>
    public static ProcessEntry? Find(int pid) =>
        Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat")) is { } bytes ? ProcessEntry.Parse(Encoding.UTF8.GetString(bytes)) : null;

    /// <summary>True when the process was started with exactly this variable (<c>name=value</c>). False for zombies and for processes of others.</summary>
    public static bool HasVariable(int pid, string variable)
    {
        if (Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/environ")) is not { } environment)
        {
            return false;
        }

        var wanted = Encoding.UTF8.GetBytes(variable);
        foreach (var range in environment.AsSpan().Split((byte)0))
        {
            if (environment.AsSpan(range).SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Children of our first thread, to which the kernel gives the orphans of our tree; null where it does not tell
    /// (no CONFIG_PROC_CHILDREN). Much cheaper than the whole table.
    /// </summary>
    public static IReadOnlyList<int>? Adopted()
    {
        var self = Environment.ProcessId;
        return Read(string.Create(CultureInfo.InvariantCulture, $"/proc/self/task/{self}/children")) is { } bytes
            ? [.. Encoding.ASCII.GetString(bytes).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => int.Parse(word, CultureInfo.InvariantCulture))]
            : null;
    }

    private static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
