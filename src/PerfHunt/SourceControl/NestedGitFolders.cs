using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>
/// Finds <c>.git</c> entries below the root of a slot. git skips that name wherever it looks, so neither cleaning nor status would
/// show one that a build or a gate left beside tracked files.
/// </summary>
internal static class NestedGitFolders
{
    private const string GitName = ".git";

    /// <summary>Removes them all, but not the root's own and not those in the kept folders. Links are not followed.</summary>
    public static void Remove(string root, ImmutableArray<string> keptFolders)
    {
        var kept = keptFolders.Select(folder => Path.Combine(root, folder.Trim('/'))).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(root).Where(folder => Path.GetFileName(folder) != GitName))
        {
            RemoveBelow(folder, kept);
        }
    }

    private static void RemoveBelow(string folder, HashSet<string> kept)
    {
        if (kept.Contains(folder) || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return;
        }

        FolderRemoval.Remove(Path.Combine(folder, GitName));
        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            RemoveBelow(below, kept);
        }
    }
}
