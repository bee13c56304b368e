using System.Globalization;

namespace PerfHunt.Profiling.Symbols;

/// <summary>
/// The map files of just-in-time compilers, kept beside the recording of the processes that wrote them. A map in the temporary folder
/// is gone with the next run, and the number of a process comes back.
/// </summary>
public static class KeptMaps
{
    private const string Suffix = ".maps";

    /// <summary>Takes the map files out of the temporary folder of a run that was recorded. Maps of an earlier recording of that name are removed.</summary>
    /// <param name="temporary">The run's folder for temporary files; null when it has none of its own.</param>
    /// <param name="recording">The recording's file.</param>
    public static void Take(string? temporary, string recording)
    {
        Remove(recording);
        var maps = recording + Suffix;
        if (temporary is null || !Directory.Exists(temporary))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(temporary).GetFiles("perf-*.map").Where(file => file.LinkTarget is null))
        {
            Directory.CreateDirectory(maps);
            file.MoveTo(Path.Combine(maps, file.Name), overwrite: true);
        }
    }

    /// <summary>Copies the maps of a recording to where a copy of it lies.</summary>
    /// <param name="recording">The recording's file.</param>
    /// <param name="copy">Its copy.</param>
    public static void Copy(string recording, string copy)
    {
        Remove(copy);
        var (from, to) = (recording + Suffix, copy + Suffix);
        foreach (var file in Directory.Exists(from) ? new DirectoryInfo(from).GetFiles() : [])
        {
            Directory.CreateDirectory(to);
            file.CopyTo(Path.Combine(to, file.Name), overwrite: true);
        }
    }

    /// <summary>Removes the maps of a recording.</summary>
    public static void Remove(string recording)
    {
        if (Directory.Exists(recording + Suffix))
        {
            Directory.Delete(recording + Suffix, recursive: true);
        }
    }

    /// <summary>Where the map of a process lies: beside the recording, or else where compilers write it.</summary>
    internal static string Of(string? recording, int pid)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"perf-{pid}.map");
        return recording is not null && Path.Combine(recording + Suffix, name) is var kept && File.Exists(kept) ? kept : $"/tmp/{name}";
    }
}
