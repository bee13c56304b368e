using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Elf;

/// <summary>Finds the separate file that holds a stripped binary's symbols. Source: the GDB manual, "Separate Debug Files".</summary>
internal static class DebugFiles
{
    private const string GlobalFolder = "/usr/lib/debug";

    /// <summary>Opens the debug file of a binary, or another copy of the binary itself; null when there is none that fits.</summary>
    public static ElfFile? Find(ElfFile elf)
    {
        var buildId = ElfNotes.BuildId(elf);
        return Candidates(elf, buildId).Select(path => OpenFitting(path, elf.Path, buildId)).FirstOrDefault(found => found is not null);
    }

    /// <summary>Opens a binary from the build-id caches; null when it is not there.</summary>
    /// <param name="buildId">Its build id.</param>
    /// <param name="keptIn">A folder with copies of our own, looked at first; null for none.</param>
    public static ElfFile? FindByBuildId(string buildId, string? keptIn = null) =>
        buildId.Length < 4 ? null : KeptBinaries.Path(keptIn, buildId).Concat(ByBuildId(buildId)).Select(path => OpenFitting(path, "", buildId)).FirstOrDefault(found => found is not null);

    /// <summary>Opens the file that several debug files share; its link has a path and a build id. Source: the section that <c>dwz(1)</c> writes.</summary>
    public static ElfFile? FindShared(ElfFile elf, ElfSection link)
    {
        var reader = new SpanReader(elf.Content(link));
        var path = reader.ZeroTerminatedText();
        var buildId = HexText.Of(reader.Take(reader.Remaining));
        if (path.Length == 0 || buildId.Length < 4)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(elf.Path)) ?? "/";
        return ByBuildId(buildId).Prepend(Path.Combine(folder, path)).Select(place => OpenFitting(place, elf.Path, buildId)).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Candidates(ElfFile elf, string? buildId)
    {
        var byId = buildId is { Length: >= 4 } ? ByBuildId(buildId) : [];
        return elf.Section(".gnu_debuglink") is { } link ? byId.Concat(ByLink(elf, link)) : byId;
    }

    private static IEnumerable<string> ByBuildId(string buildId)
    {
        var (folder, rest) = (buildId[..2], buildId[2..]);
        yield return $"{GlobalFolder}/.build-id/{folder}/{rest}.debug";

        // perf's own cache (perf-buildid-cache(1)).
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        yield return Path.Combine(home, ".debug/.build-id", folder, rest, "debug");
        yield return Path.Combine(home, ".debug/.build-id", folder, rest, "elf");
        yield return Path.Combine(home, ".debug/.build-id", folder, rest, "vdso");
    }

    private static IEnumerable<string> ByLink(ElfFile elf, ElfSection link)
    {
        var content = elf.Content(link);
        var name = new SpanReader(content).ZeroTerminatedText();
        var folder = Path.GetDirectoryName(Path.GetFullPath(elf.Path)) ?? "/";
        return name.Length == 0 || name.Contains('/', StringComparison.Ordinal)
            ? []
            : [Path.Combine(folder, name), Path.Combine(folder, ".debug", name), $"{GlobalFolder}{folder}/{name}"];
    }

    // A file of the same build id; where there is no build id, the same file name in the place that the link names must do.
    private static ElfFile? OpenFitting(string path, string original, string? buildId)
    {
        if (path == original || ElfFile.TryOpen(path) is not { } found)
        {
            return null;
        }

        if (buildId is null || ElfNotes.BuildId(found) == buildId)
        {
            return found;
        }

        found.Dispose();
        return null;
    }
}
