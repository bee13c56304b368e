using System.Collections.Immutable;

namespace PerfHunt.Profiling.Elf;

/// <summary>
/// Copies of recorded binaries beside their recordings, by build id, laid out as debuggers and perf lay out theirs. A program is
/// built again while its recordings are still looked at; without its binary a recording is only numbers.
/// </summary>
public static class KeptBinaries
{
    private const string Folder = ".build-id";
    private const string FileName = "elf";

    // A build id is a hash of the content: two bytes of it make the folder's name.
    private const int FolderDigits = 2;

    /// <summary>Keeps a copy of a binary; does nothing when there is one, or when the binary has no build id.</summary>
    /// <param name="recordings">The folder of the recordings.</param>
    /// <param name="binary">Path of the binary.</param>
    public static void Keep(string recordings, string binary)
    {
        using var elf = ElfFile.TryOpen(binary);
        if (elf is null || ElfNotes.BuildId(elf) is not { } buildId || Path(recordings, buildId).FirstOrDefault() is not { } target || File.Exists(target))
        {
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        var half = $"{target}.new";
        File.Copy(binary, half, overwrite: true);
        File.Move(half, target, overwrite: true);
    }

    /// <summary>Removes the copies that no recording needs any more.</summary>
    /// <param name="recordings">The folder of the recordings.</param>
    /// <param name="wanted">Build ids of those that stay.</param>
    public static void Prune(string recordings, IEnumerable<string> wanted)
    {
        var folder = System.IO.Path.Combine(recordings, Folder);
        if (!Directory.Exists(folder))
        {
            return;
        }

        var kept = wanted.SelectMany(buildId => Path(recordings, buildId)).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, FileName, SearchOption.AllDirectories).Where(file => !kept.Contains(file)))
        {
            File.Delete(file);
        }
    }

    /// <summary>Where the copy of a binary lies, if there is one; nothing when there cannot be one.</summary>
    internal static IEnumerable<string> Path(string? recordings, string buildId) =>
        recordings is null || buildId.Length <= FolderDigits || !buildId.All(char.IsAsciiHexDigit)
            ? []
            : [System.IO.Path.Combine(recordings, Folder, buildId[..FolderDigits], buildId[FolderDigits..], FileName)];
}
