using PerfHunt.Errors;

namespace PerfHunt.SourceControl;

/// <summary>Finds the commits that people mean by a name.</summary>
public static class RevisionLookup
{
    /// <summary>The full id of the commit that a branch, tag, id or expression such as <c>HEAD~3</c> names.</summary>
    /// <param name="git">The hardened git.</param>
    /// <param name="user">The user's repository.</param>
    /// <param name="revision">The name.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="HuntException">There is no such commit; exit code 2.</exception>
    public static string Commit(Git git, RepositoryInspection user, string revision, CancellationToken cancellation)
    {
        var found = git.At(user.GitFolder).Try(["rev-parse", "--quiet", "--verify", "--end-of-options", $"{revision}^{{commit}}"], cancellation);
        return found.Succeeded ? found.Line : throw new HuntException(
            ExitCode.Usage,
            $"There is no revision '{UntrustedText.Line(revision)}'",
            user.IsShallow ? "The clone is shallow: run `git fetch --unshallow`, or fetch that revision." : "Name a branch, a tag or a commit; a remote's branch is origin/NAME.",
            user.Root);
    }
}
