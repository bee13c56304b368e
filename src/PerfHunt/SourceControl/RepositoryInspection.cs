using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.SourceControl;

/// <summary>The user's repository as it was found; made by <see cref="RepositoryInspector"/> without writing a byte in it.</summary>
public sealed record RepositoryInspection
{
    private const int PathsNamed = 10;

    /// <summary>The work tree's root, absolute; the git folder of a bare repository.</summary>
    public required string Root { get; init; }

    /// <summary>The git folder of this work tree, absolute.</summary>
    public required string GitFolder { get; init; }

    /// <summary>The git folder that all work trees of the repository share, absolute; equal to <see cref="GitFolder"/> unless this is a linked work tree.</summary>
    public required string CommonGitFolder { get; init; }

    /// <summary>Full id of the commit that is checked out; null before the first commit.</summary>
    public string? Head { get; init; }

    /// <summary>The branch that is checked out, without <c>refs/heads/</c>; null on a detached HEAD.</summary>
    public string? Branch { get; init; }

    /// <summary>Kind of object ids: <c>sha1</c> or <c>sha256</c>.</summary>
    public string ObjectFormat { get; init; } = "sha1";

    /// <summary>Paths that differ from HEAD, the hunt's own files left out.</summary>
    public ImmutableArray<DirtyPath> DirtyPaths { get; init; } = [];

    /// <summary>True for a repository without work tree.</summary>
    public bool IsBare { get; init; }

    /// <summary>True when history is cut off.</summary>
    public bool IsShallow { get; init; }

    /// <summary>True when only a part of the tree is checked out.</summary>
    public bool IsSparse { get; init; }

    /// <summary>True when objects are left at a remote until they are needed (a partial clone).</summary>
    public bool IsPartial { get; init; }

    /// <summary>Submodules of HEAD.</summary>
    public ImmutableArray<string> Submodules { get; init; } = [];

    /// <summary>True when HEAD keeps files in Git LFS.</summary>
    public bool UsesLfs { get; init; }

    /// <summary>Whose name commits carry.</summary>
    public required CommitIdentity Identity { get; init; }

    /// <summary>All that a hunt must not pass over, blocking findings first.</summary>
    public ImmutableArray<RepositoryFinding> Findings => [.. Obstacles(), .. Cautions()];

    private IEnumerable<RepositoryFinding> Obstacles()
    {
        if (IsBare)
        {
            yield return new(true, $"The repository {Root} is bare: it has no work tree", "Name a repository with a work tree by --repository (git clone makes one).");
        }

        if (Head is null)
        {
            yield return new(true, $"The repository {Root} has no commit", "Commit the sources first.");
        }

        if (IsPartial)
        {
            yield return new(true, $"The repository {Root} is a partial clone: objects are missing", "Make a full clone and hunt there.");
        }

        if (DirtyPaths.Length > 0)
        {
            var named = UntrustedText.Names([.. DirtyPaths.Select(path => path.ToString())], PathsNamed);
            yield return new(true, $"The work tree {Root} has changes that are not committed: {named}", "Commit, stash or ignore them; PerfHunt touches none of them.");
        }
    }

    private IEnumerable<RepositoryFinding> Cautions()
    {
        if (Submodules.Length > 0)
        {
            yield return new(false, $"Submodules are not checked out in the hunt's copies: {string.Join(", ", Submodules.Select(path => UntrustedText.Line(path)))}", "Make sure that the program builds without them.");
        }

        if (UsesLfs)
        {
            yield return new(false, "Files in Git LFS are pointers in the hunt's copies", "Make sure that the program builds and runs without their content.");
        }

        if (IsSparse)
        {
            yield return new(false, "The work tree is sparse; the hunt's copies hold every file of HEAD", "Nothing needs to be done if the whole tree builds.");
        }

        if (IsShallow)
        {
            yield return new(false, "The clone is shallow; investigators see no older history", "Run `git fetch --unshallow` if the history matters.");
        }
    }
}
