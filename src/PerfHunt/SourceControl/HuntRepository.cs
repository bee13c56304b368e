using System.Collections.Immutable;
using PerfHunt.Processes;

namespace PerfHunt.SourceControl;

/// <summary>
/// The hunt's own bare store: commits of the user's repository are copied in (no shared or linked objects), trees and commits of
/// the hunt are made here, and all our work trees hang on it. Every operation may be repeated after a crash.
/// </summary>
public sealed class HuntRepository
{
    private readonly Git _git;
    private readonly string _source;

    private HuntRepository(Git git, WorkspaceLayout layout, string source)
    {
        _git = git;
        _source = source;
        Layout = layout;
    }

    // Where new objects go; null for the store itself.
    private string? NewObjects { get; init; }

    /// <summary>Where everything lies.</summary>
    public WorkspaceLayout Layout { get; }

    /// <summary>
    /// Opens the store, making it first where it is missing or was left half made, and fetches the user's HEAD. Call it under the
    /// repository's lock.
    /// </summary>
    /// <exception cref="CommandFailedException">git failed; the message has its words.</exception>
    public static HuntRepository Open(Git git, WorkspaceLayout layout, RepositoryInspection user, CancellationToken cancellation)
    {
        var repository = new HuntRepository(git, layout, user.CommonGitFolder);
        if (repository.IsUsable(cancellation))
        {
            StoreFiles.RemoveLeftovers(layout.Store);
        }
        else
        {
            repository.Create(user.ObjectFormat, cancellation);
        }

        if (user.Head is { } head)
        {
            repository.Fetch(head, cancellation);
        }

        return repository;
    }

    /// <summary>Copies a commit and its history from the user's repository, unless it is here.</summary>
    /// <param name="commit">Full id of a commit that a branch, tag or HEAD there reaches.</param>
    /// <param name="cancellation">Ends git.</param>
    public void Fetch(string commit, CancellationToken cancellation)
    {
        var kept = $"refs/perf-hunt/user/{ObjectId.Require(commit)}";
        if (Bare.Try(["rev-parse", "--quiet", "--verify", kept], cancellation).Succeeded && Has(commit, cancellation))
        {
            return;
        }

        // The ref keeps the commit reachable; it is written last, so that its presence says that everything arrived.
        Bare.Do(
            ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--update-shallow", _source, $"+{commit}:{kept}"],
            cancellation);
    }

    /// <summary>Whether an object is here.</summary>
    public bool Has(string id, CancellationToken cancellation) =>
        Bare.Try(["cat-file", "-e", ObjectId.Require(id)], cancellation).Succeeded;

    /// <summary>The tree of a commit; a tree's id is returned as it is.</summary>
    public string TreeOf(string commitOrTree, CancellationToken cancellation) =>
        Bare.Do(["rev-parse", "--verify", $"{ObjectId.Require(commitOrTree)}^{{tree}}"], cancellation).Line;

    /// <summary>The paths on which two trees (or commits) differ, in git's order.</summary>
    public ImmutableArray<TreeChange> Changes(string before, string after, CancellationToken cancellation)
    {
        var entries = Bare.Do([.. TreeDifference.Arguments, ObjectId.Require(before), ObjectId.Require(after)], cancellation).Entries;
        var blobs = TreeDifference.NewBlobs(entries);
        var sizes = blobs.Length == 0 ? "" : Bare.Do(["cat-file", "--batch-check"], cancellation, string.Join('\n', blobs) + "\n").Text;
        return TreeDifference.Read(entries, TreeDifference.Sizes(sizes));
    }

    /// <summary>Writes the difference of two trees as a patch that <see cref="Slot.Apply"/> takes back exactly, binary content included.</summary>
    public void WritePatch(string before, string after, string patchFile, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(patchFile))!);
        Bare.Do(
            [
                "diff-tree", "-r", "-p", "--binary", "--full-index", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color",
                "--src-prefix=a/", "--dst-prefix=b/", $"--output={Path.GetFullPath(patchFile)}", ObjectId.Require(before), ObjectId.Require(after),
            ],
            cancellation);
    }

    /// <summary>The store's kind of object ids: <c>sha1</c> or <c>sha256</c>, as the user's repository.</summary>
    internal string ObjectFormat(CancellationToken cancellation) => Bare.Do(["rev-parse", "--show-object-format"], cancellation).Line;

    /// <summary>Git at the store, with one of our work trees and an index where given.</summary>
    internal GitPlace Place(string? workTree = null, string? indexFile = null) =>
        NewObjects is not { } folder
            ? _git.At(Layout.Store, workTree, indexFile)
            : _git.At(Layout.Store, workTree, indexFile) with
            {
                Settings = GitEnvironment.OwnWorkTrees.Add(new("core.fsync", "none")),
                Variables = ImmutableSortedDictionary<string, string>.Empty
                    .Add("GIT_OBJECT_DIRECTORY", folder)
                    .Add("GIT_ALTERNATE_OBJECT_DIRECTORIES", Path.Combine(Layout.Store, "objects")),
            };

    /// <summary>The same store for a look at what may not stay: new objects go to a folder, which the caller removes.</summary>
    internal HuntRepository Quarantined(string objectFolder)
    {
        Directory.CreateDirectory(objectFolder);
        return new(_git, Layout, _source) { NewObjects = objectFolder };
    }

    /// <summary>Git at another git folder of ours.</summary>
    internal GitPlace PlaceAt(string gitFolder) => _git.At(gitFolder);

    /// <summary>Removes a file, link or folder of ours with all that foreign programs put there.</summary>
    internal void Remove(string path) => _git.Remove(path);

    /// <summary>A fresh name for a temporary index, or for a folder of temporary objects.</summary>
    internal string TemporaryIndex() => ScratchFolder.NewIndex(_git.Scratch);

    private GitPlace Bare => Place();

    private bool IsUsable(CancellationToken cancellation) =>
        StoreFiles.HasAttributes(Layout.Store) && Bare.Try(["rev-parse", "--is-bare-repository"], cancellation) is { Succeeded: true, Line: "true" };

    // Made under another name and renamed when complete: a store under its own name is never half made.
    private void Create(string objectFormat, CancellationToken cancellation)
    {
        var partial = $"{Layout.Store}.partial";
        _git.Remove(partial);
        _git.Remove(Layout.Store);
        Directory.CreateDirectory(Layout.Root);
        _git.Run(
            new(["init", "--quiet", "--bare", "--template=", $"--object-format={objectFormat}", partial]) { StartFolder = Layout.Root },
            cancellation).OrThrow();
        _git.At(partial).Do(["config", "uploadpack.allowAnySHA1InWant", "true"], cancellation);
        StoreFiles.WriteAttributes(partial);
        Directory.Move(partial, Layout.Store);
    }
}
