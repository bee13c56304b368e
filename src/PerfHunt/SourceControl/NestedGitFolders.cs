using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>
/// Finds <c>.git</c> entries below the root of a slot. git skips that name wherever it looks, so neither cleaning nor status would
/// show one that a build or a gate left beside tracked files.
/// </summary>
internal sealed class NestedGitFolders(HuntRepository repository)
{
    private const string GitName = ".git";

    /// <summary>Removes them all after a cleaning, but not the root's own and not those in the kept folders. Links are not followed.</summary>
    public void Remove(string root, ImmutableArray<string> keptFolders)
    {
        var kept = keptFolders.Select(folder => Path.Combine(root, folder.Trim('/'))).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(root).Where(folder => Path.GetFileName(folder) != GitName))
        {
            RemoveBelow(folder, kept);
        }
    }

    private void RemoveBelow(string folder, HashSet<string> kept)
    {
        // A name that is not UTF-8 cannot be looked into; only a tracked one can be left here.
        if (kept.Contains(folder) || !Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return;
        }

        repository.Remove(Path.Combine(folder, GitName));
        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            RemoveBelow(below, kept);
        }
    }
}
