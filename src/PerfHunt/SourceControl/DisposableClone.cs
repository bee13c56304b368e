using PerfHunt.Errors;

namespace PerfHunt.SourceControl;

/// <summary>
/// A repository for one attempt of an investigator: checked out at a commit, without remote, hooks, or objects shared with the store.
/// Whatever happens in it, only the files of its work tree are read afterwards (<see cref="PatchIntake"/>). Gone when disposed.
/// </summary>
public sealed class DisposableClone : IDisposable
{
    // Enough history for `git log` and `git blame` to explain a line; the whole history of a large repository takes minutes to copy.
    private const int HistoryCommits = 50;

    private readonly HuntRepository _repository;

    private DisposableClone(HuntRepository repository, string name)
    {
        _repository = repository;
        Folder = Path.Combine(repository.Layout.Clones, name);
    }

    /// <summary>The work tree.</summary>
    public string Folder { get; }

    /// <summary>Makes a clone, replacing a leftover of the same name.</summary>
    /// <param name="repository">The store.</param>
    /// <param name="commit">Full id of the commit to start from.</param>
    /// <param name="name">Name of its folder below <c>clones</c>.</param>
    /// <param name="cancellation">Ends git.</param>
    public static DisposableClone Create(HuntRepository repository, string commit, string name, CancellationToken cancellation)
    {
        var clone = new DisposableClone(repository, name);
        clone.Dispose();
        Directory.CreateDirectory(clone.Folder);
        var place = SmallRepository.Create(repository, clone.Folder, commit, HistoryCommits, cancellation);
        place.Do(["update-ref", "refs/heads/main", commit], cancellation);
        place.Do(["symbolic-ref", "HEAD", "refs/heads/main"], cancellation);
        place.Do(["reset", "--quiet", "--hard"], cancellation);
        return clone;
    }

    /// <summary>A clone that an earlier process made.</summary>
    /// <exception cref="HuntException">It is gone.</exception>
    public static DisposableClone Existing(HuntRepository repository, string name)
    {
        var clone = new DisposableClone(repository, name);
        return Directory.Exists(clone.Folder)
            ? clone
            : throw new HuntException(
                ExitCode.Precondition, "The clone that was prepared is gone", "Put it back (git clone will not do), or forget the hunt with --target=Reset.", clone.Folder);
    }

    /// <summary>Removes every clone of the workspace but one, those of killed hunts too. Call it under the repository's lock.</summary>
    /// <param name="repository">The store.</param>
    /// <param name="kept">Name of the clone that stays, or null.</param>
    public static void RemoveAll(HuntRepository repository, string? kept = null)
    {
        var clones = repository.Layout.Clones;
        foreach (var clone in Directory.Exists(clones) ? Directory.EnumerateFileSystemEntries(clones) : [])
        {
            if (kept is null || Path.GetFileName(clone) != kept)
            {
                repository.Remove(clone);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _repository.Remove(Folder);
}
