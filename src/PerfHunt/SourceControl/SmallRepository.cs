using System.Globalization;

namespace PerfHunt.SourceControl;

/// <summary>
/// Repositories for trees in which foreign programs run: a commit with a little history, no remote, no hooks, no objects shared with
/// the store. We set them up and never read them again.
/// </summary>
internal static class SmallRepository
{
    /// <summary>Makes a repository with a detached HEAD and an index at the commit; no file is checked out.</summary>
    /// <param name="repository">The store.</param>
    /// <param name="folder">The folder that gets a <c>.git</c>; it must exist and have none.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="historyCommits">How many commits of history, at least 1.</param>
    /// <param name="cancellation">Ends git.</param>
    public static GitPlace Create(HuntRepository repository, string folder, string commit, int historyCommits, CancellationToken cancellation)
    {
        var place = repository.PlaceAt(Path.Combine(folder, ".git")) with { WorkTree = folder };
        var format = repository.ObjectFormat(cancellation);
        place.Git.Run(new(["init", "--quiet", "--template=", $"--object-format={format}", folder]) { StartFolder = folder }, cancellation).OrThrow();
        StoreFiles.WriteAttributes(place.GitFolder);
        foreach (var (key, value) in new[] { ("user.name", "PerfHunt"), ("user.email", CommitIdentity.FallbackEmail), ("gc.auto", "0") })
        {
            place.Do(["config", key, value], cancellation);
        }

        var depth = string.Create(CultureInfo.InvariantCulture, $"--depth={historyCommits}");
        place.Do(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", depth, repository.Layout.Store, ObjectId.Require(commit)], cancellation);
        place.Do(["update-ref", "--no-deref", "HEAD", commit], cancellation);
        place.Do(["read-tree", commit], cancellation);
        return place;
    }
}
