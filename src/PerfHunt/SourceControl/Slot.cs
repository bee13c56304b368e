using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.SourceControl;

/// <summary>
/// One of the two full checkouts. Files that two trees share are left alone when one replaces the other, times included, so that builds
/// stay incremental; afterwards the content is verified byte by byte. The slot's own <c>.git</c> is for build scripts that ask git; we
/// never read it.
/// </summary>
public sealed class Slot
{
    private readonly HuntRepository _repository;
    private readonly ImmutableArray<string> _kept;
    private readonly SlotMounts _mounts;
    private readonly SlotGitFolder _gitFolder;

    internal Slot(string name, HuntRepository repository, ImmutableArray<string> keptFolders, string baseCommit, SlotMounts mounts)
    {
        Name = name;
        _repository = repository;
        _mounts = mounts;
        _kept = keptFolders;
        _gitFolder = new SlotGitFolder(repository, name, baseCommit);
    }

    /// <summary>The slot's name, <c>a</c> or <c>b</c>.</summary>
    public string Name { get; }

    /// <summary>Where the slot is now: the common build path while it is mounted.</summary>
    public string Folder => _mounts.FolderOf(Name);

    private string Index => _repository.Layout.Index(Name);

    private GitPlace Place => _repository.Place(Folder, Index);

    private IEnumerable<string> ButKept => _kept.Select(folder => $"--exclude={IgnorePattern.Folder(folder)}");

    /// <summary>
    /// Makes the slot hold exactly a tree: changed files are rewritten, everything else is removed but the configured folders of build
    /// output and the slot's own <c>.git</c>. May be repeated after a crash.
    /// </summary>
    /// <param name="commitOrTree">Full id of a commit or tree in the store.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="HuntException">The content does not become what it must be.</exception>
    public void Checkout(string commitOrTree, CancellationToken cancellation)
    {
        var tree = _repository.TreeOf(commitOrTree, cancellation);
        Directory.CreateDirectory(Folder);
        if (!TryCheckout(tree, cancellation) && !TryWithoutIndex(tree, cancellation) && !TryFromNothing(tree, cancellation))
        {
            throw new HuntException(
                ExitCode.Precondition,
                $"Slot {Name} does not become the tree {tree}",
                "Look for a process that writes there or for missing permissions; deleting the workspace makes the next hunt start it afresh.",
                Folder);
        }

        _gitFolder.Ensure(Folder, cancellation);
    }

    /// <summary>
    /// The tree of what the slot holds now: tracked files as they are and new files; not the kept folders, and not what the ignore rules
    /// of the tree that was checked out cover.
    /// </summary>
    /// <returns>The id of the tree, or why the content cannot be one (a nested repository, a huge file, an unreadable one).</returns>
    public SlotSnapshot SnapshotTree(CancellationToken cancellation)
    {
        var state = new WorkTreeReader(_repository, Folder, CheckedOutTree(cancellation), _kept).Read(cancellation);
        return new(state.Tree, state.Objection);
    }

    /// <summary>The same judged as a change: for a candidate after its gate, which may have edited files.</summary>
    /// <param name="baseTree">Full id of the tree (or commit) to compare with.</param>
    /// <param name="rules">What a change may be.</param>
    /// <param name="cancellation">Ends git.</param>
    public SlotChange ChangeFrom(string baseTree, PatchRules rules, CancellationToken cancellation)
    {
        var snapshot = SnapshotTree(cancellation);
        if (snapshot.Tree is null)
        {
            return new(null, [], snapshot.Objection);
        }

        var files = _repository.Changes(baseTree, snapshot.Tree, cancellation);
        return new(snapshot.Tree, files, rules.Check(files));
    }

    /// <summary>Applies a patch to the files; all of it or nothing.</summary>
    /// <param name="patchFile">A patch as <see cref="PatchIntake"/> writes it.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <returns>Null when it was applied, else why not.</returns>
    public string? Apply(string patchFile, CancellationToken cancellation)
    {
        var result = Place.Try(["apply", "--whitespace=nowarn", Path.GetFullPath(patchFile)], cancellation);
        return result.Succeeded ? null : UntrustedText.Block(result.Complaint, maxLines: 10);
    }

    /// <summary>Moves the slot to the common build path until the result is disposed; with <c>build.inPlace</c> it stays where it is.</summary>
    public SlotMount Mount() => _mounts.Mount(Name);

    /// <summary>The tree of the last checkout, as the slot's index has it.</summary>
    private string CheckedOutTree(CancellationToken cancellation) => Place.Do(["write-tree"], cancellation).Line;

    // The index was damaged, or files were changed behind its back: every file is rewritten, build output stays.
    private bool TryWithoutIndex(string tree, CancellationToken cancellation)
    {
        _repository.Remove(Index);
        return TryCheckout(tree, cancellation);
    }

    // A build or a gate left something that git cannot clean up.
    private bool TryFromNothing(string tree, CancellationToken cancellation)
    {
        _repository.Remove(Folder);
        Directory.CreateDirectory(Folder);
        return TryWithoutIndex(tree, cancellation);
    }

    private bool TryCheckout(string tree, CancellationToken cancellation)
    {
        // First compare by content, so that a file that was only touched is not rewritten.
        Place.Try(["update-index", "-q", "--refresh", "--ignore-submodules"], cancellation);
        if (!Place.Try(["read-tree", "--reset", "-u", "--no-recurse-submodules", tree], cancellation).Succeeded
            || !Place.Try(["clean", "-ffdxq", .. ButKept], cancellation).Succeeded)
        {
            return false;
        }

        new NestedGitFolders(_repository).Remove(Folder, _kept);
        EmptySubmodules(cancellation);
        return Verify(tree, cancellation);
    }

    // git takes what lies in a submodule's folder for the submodule's business, neither cleans nor lists it.
    private void EmptySubmodules(CancellationToken cancellation)
    {
        const string SubmoduleMode = "160000 ";
        foreach (var entry in Place.Do(["ls-files", "-z", "--stage"], cancellation).Entries.Where(entry => entry.StartsWith(SubmoduleMode, StringComparison.Ordinal)))
        {
            var folder = Path.Combine(Folder, entry[(entry.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            _repository.Remove(folder);
            Directory.CreateDirectory(folder);
        }
    }

    // With an index that knows nothing but the tree, every file is read. It then serves as the slot's index.
    private bool Verify(string tree, CancellationToken cancellation)
    {
        var fresh = _repository.TemporaryIndex();
        var place = _repository.Place(Folder, fresh);
        place.Do(["read-tree", tree], cancellation);
        place.Try(["update-index", "-q", "--refresh", "--ignore-submodules"], cancellation);
        var differing = place.Do(["diff-files", "-z", "--name-only", "--ignore-submodules=dirty"], cancellation).Entries;
        var untracked = place.Do(["ls-files", "-z", "--others", .. ButKept], cancellation).Entries;
        File.Move(fresh, Index, overwrite: true);
        return differing.Length == 0 && untracked.Length == 0;
    }
}
