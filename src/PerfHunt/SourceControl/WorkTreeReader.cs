using System.Collections.Immutable;
using System.Globalization;

namespace PerfHunt.SourceControl;

/// <summary>
/// Makes a tree of what a work tree holds, with a fresh index and our own git folder: commits, branches, stashes, index flags,
/// ignore rules, attributes and nested git folders in the work tree do not matter. No step looks into a submodule, because git would
/// start another git with that submodule's configuration.
/// </summary>
/// <param name="repository">The store.</param>
/// <param name="workTree">The work tree, absolute.</param>
/// <param name="baseTree">The tree it started from: says what is tracked, and which ignore rules count.</param>
/// <param name="skippedFolders">Folders of build output, relative to the root, whose new files are not looked at.</param>
internal sealed class WorkTreeReader(HuntRepository repository, string workTree, string baseTree, ImmutableArray<string> skippedFolders)
{
    /// <summary>Reads the work tree.</summary>
    public WorkTreeState Read(CancellationToken cancellation)
    {
        var index = repository.TemporaryIndex();
        try
        {
            var place = repository.Place(workTree, index);
            place.Do(["read-tree", baseTree], cancellation);
            return Read(place, cancellation);
        }
        finally
        {
            repository.Remove(index);
        }
    }

    private WorkTreeState Read(GitPlace place, CancellationToken cancellation)
    {
        var hidden = HiddenRepositories(place, cancellation);
        if ((hidden ?? TakeTracked(place, cancellation)) is { } early)
        {
            return new(null, [], early);
        }

        var found = Untracked(place, cancellation);
        var dropped = new IgnoreRules(repository, baseTree).Covered(found, cancellation);
        ImmutableArray<string> added = [.. found.Where(path => !dropped.Contains(path))];
        ImmutableArray<string> left = [.. found.Where(dropped.Contains)];
        return TakeNew(place, added, cancellation) is { } objection
            ? new(null, left, objection)
            : new(place.Do(["write-tree"], cancellation).Line, left, null);
    }

    // A git folder among tracked files does not show in any listing; git skips the name.
    private Refusal? HiddenRepositories(GitPlace place, CancellationToken cancellation)
    {
        var nested = place.Do(["ls-files", "-z"], cancellation).Entries
            .Select(path => Path.GetDirectoryName(path)!)
            .Distinct(StringComparer.Ordinal)
            .Where(folder => folder.Length > 0 && Path.Exists(Path.Combine(workTree, folder, ".git")))
            .ToList();
        return nested.Count == 0 ? null : Refusal.Of(Refusal.NestedRepository, "Repositories lie inside the tree", nested);
    }

    private Refusal? TakeTracked(GitPlace place, CancellationToken cancellation)
    {
        // Exit 1 says that something needs an update, which is what we are here for.
        place.Try(["update-index", "-q", "--refresh", "--ignore-submodules"], cancellation);
        var entries = place.Do(["diff-files", "-z", "--name-status", "--no-renames", "--ignore-submodules=dirty"], cancellation).Entries;
        var changes = Enumerable.Range(0, entries.Length / 2).Select(i => (IsGone: entries[2 * i] == "D", Path: entries[2 * i + 1])).ToList();
        // Both flags: where a repository took a file's place, the entry goes, and the repository shows up as an untracked one.
        return TooMuch([.. changes.Where(change => !change.IsGone).Select(change => change.Path)])
            ?? Update(place, ["--force-remove"], changes.Where(change => change.IsGone).Select(change => change.Path), cancellation)
            ?? Update(place, ["--add", "--remove"], changes.Where(change => !change.IsGone).Select(change => change.Path), cancellation);
    }

    private Refusal? TakeNew(GitPlace place, ImmutableArray<string> paths, CancellationToken cancellation)
    {
        var unnamed = paths.Where(path => path.Contains('\uFFFD', StringComparison.Ordinal)).ToList();
        var nested = paths.Where(path => path.EndsWith('/')).ToList();
        return unnamed.Count > 0 ? Refusal.Of(Refusal.BadPath, "File names are not UTF-8", unnamed)
            : nested.Count > 0 ? Refusal.Of(Refusal.NestedRepository, "Repositories lie inside the tree", nested)
            : TooMuch(paths) ?? Update(place, ["--add"], paths, cancellation);
    }

    private ImmutableArray<string> Untracked(GitPlace place, CancellationToken cancellation) => place.Do(
        ["ls-files", "-z", "--others", .. skippedFolders.Select(folder => $"--exclude={IgnorePattern.Folder(folder)}")],
        cancellation).Entries;

    // Before anything is added: a core dump of gigabytes, or files without end, need not go through git to be refused.
    private Refusal? TooMuch(ImmutableArray<string> paths)
    {
        if (paths.Length > PatchRules.MostFilesRead)
        {
            return Refusal.Of(Refusal.TooWide, string.Create(CultureInfo.InvariantCulture, $"{paths.Length} files were changed"), paths);
        }

        var sizes = paths.ToDictionary(path => path, Size);
        ImmutableArray<string> huge = [.. paths.Where(path => sizes[path] > PatchRules.LargestFileBytes)];
        return huge.Length > 0 ? Refusal.Of(Refusal.Huge, PatchRules.HugeReason, huge)
            : sizes.Values.Sum() > PatchRules.LargestChangeBytes ? Refusal.Of(Refusal.Huge, PatchRules.HugeTogetherReason, paths)
            : null;
    }

    private long Size(string path) => new FileInfo(Path.Combine(workTree, path)) is { LinkTarget: null, Exists: true } file ? file.Length : 0;

    private static Refusal? Update(GitPlace place, ImmutableArray<string> action, IEnumerable<string> paths, CancellationToken cancellation)
    {
        var input = string.Concat(paths.Select(path => path + '\0'));
        var result = input.Length == 0 ? null : place.Try(["update-index", "-z", .. action, "--stdin"], cancellation, input);
        return result is null or { Succeeded: true } ? null : new(Refusal.Unreadable, $"git cannot take a file over: {result.Complaint}");
    }
}
