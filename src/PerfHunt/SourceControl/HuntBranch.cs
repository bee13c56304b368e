using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.SourceControl;

/// <summary>
/// The branch of the user's repository that receives the hunt's commits. It moves by compare-and-swap only; the user's work tree,
/// index, HEAD and other refs are never touched. With the objects of a commit it is all that a hunt writes there.
/// </summary>
public sealed class HuntBranch
{
    // Where git notes, in a work tree's git folder, which branch a rebase will move when it is done.
    private static readonly string[] RebaseNotes = [Path.Combine("rebase-merge", "head-name"), Path.Combine("rebase-apply", "head-name")];

    private readonly WorkspaceLayout _layout;
    private readonly GitPlace _user;
    private readonly string _name;

    /// <summary>Describes the branch; nothing is written.</summary>
    /// <param name="git">The hardened git.</param>
    /// <param name="layout">Where the store lies.</param>
    /// <param name="inspection">The user's repository.</param>
    /// <param name="name">The branch, without <c>refs/heads/</c>.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="HuntException">The name is no valid branch name.</exception>
    public HuntBranch(Git git, WorkspaceLayout layout, RepositoryInspection inspection, string name, CancellationToken cancellation)
    {
        _layout = layout;
        _name = name;
        _user = git.At(inspection.CommonGitFolder);
        if (name.StartsWith('-') || !_user.Try(["check-ref-format", Ref], cancellation).Succeeded)
        {
            throw new HuntException(ExitCode.Usage, $"'{name}' is no valid branch name", "Correct `branch` in the configuration.");
        }
    }

    private string Ref => $"refs/heads/{_name}";

    /// <summary>Full id of the commit that the branch is at; null when there is no such branch.</summary>
    public string? Read(CancellationToken cancellation) =>
        _user.Try(["rev-parse", "--quiet", "--verify", Ref], cancellation) is { Succeeded: true } found ? found.Line : null;

    /// <summary>True when everything on the branch is also in a commit of the user's repository, so that moving it there loses nothing.</summary>
    /// <param name="tip">Full id of the commit that the branch is at.</param>
    /// <param name="commit">Full id of the other commit.</param>
    /// <param name="cancellation">Ends git.</param>
    public bool IsContained(string tip, string commit, CancellationToken cancellation) =>
        _user.Try(["merge-base", "--is-ancestor", ObjectId.Require(tip), ObjectId.Require(commit)], cancellation).Succeeded;

    /// <summary>Makes a commit in the store; the user's repository does not know of it yet.</summary>
    /// <returns>Its full id.</returns>
    public string Commit(HuntCommit commit, CancellationToken cancellation)
    {
        var call = _user.Git.At(_layout.Store).Call(
            ["commit-tree", ObjectId.Require(commit.Tree), "-p", ObjectId.Require(commit.Parent), "-F", "-"],
            commit.Message.Replace("\0", "", StringComparison.Ordinal)) with
        {
            Variables = ImmutableSortedDictionary.CreateRange(
            [
                KeyValuePair.Create("GIT_AUTHOR_NAME", commit.Identity.Name),
                KeyValuePair.Create("GIT_AUTHOR_EMAIL", commit.Identity.Email),
                KeyValuePair.Create("GIT_AUTHOR_DATE", commit.GitDate),
                KeyValuePair.Create("GIT_COMMITTER_NAME", commit.Identity.Name),
                KeyValuePair.Create("GIT_COMMITTER_EMAIL", commit.Identity.Email),
                KeyValuePair.Create("GIT_COMMITTER_DATE", commit.GitDate),
            ]),
            Settings = [.. GitEnvironment.OwnWorkTrees, new("i18n.commitEncoding", "UTF-8")],
        };
        return _user.Git.Run(call, cancellation).OrThrow().Line;
    }

    /// <summary>Moves the branch to a commit of the store, bringing its objects over first.</summary>
    /// <param name="expected">Full id of the commit that the hunt left the branch at; null when it must not exist.</param>
    /// <param name="commit">Full id of the new commit.</param>
    /// <param name="cancellation">Ends git.</param>
    public BranchMove Move(string? expected, string commit, CancellationToken cancellation)
    {
        if (Obstacle(expected, commit, cancellation) is { } early)
        {
            return early;
        }

        _user.Do(
            [
                "fetch", "--quiet", "--no-write-fetch-head", "--no-tags", "--no-recurse-submodules", "--no-auto-gc",
                _layout.Store, ObjectId.Require(commit),
            ],
            cancellation);
        var old = expected is null ? new string('0', commit.Length) : ObjectId.Require(expected);
        var update = _user.Try(["update-ref", "--no-deref", "-m", "perf-hunt: commit", Ref, commit, old], cancellation);
        return update.Succeeded
            ? new(BranchMoveKind.Moved, $"Branch '{_name}' is at {commit}.")
            : Obstacle(expected, commit, cancellation) ?? new(BranchMoveKind.Refused, $"Branch '{_name}' could not be moved: {update.Complaint}");
    }

    private BranchMove? Obstacle(string? expected, string commit, CancellationToken cancellation)
    {
        var current = Read(cancellation);
        return current == commit ? new(BranchMoveKind.AlreadyThere, $"Branch '{_name}' is at {commit}.")
            : current != expected ? new(BranchMoveKind.Refused, Moved(expected, current))
            : CheckedOutAt(cancellation) is { } place ? new(BranchMoveKind.Refused, CheckedOut(place))
            : IsBeingRebased() ? new(BranchMoveKind.Refused, $"Branch '{_name}' is being rebased. Finish that (git rebase --continue), or name another `branch` in the configuration.")
            : null;
    }

    private string? CheckedOutAt(CancellationToken cancellation)
    {
        var blocks = _user.Do(["worktree", "list", "--porcelain"], cancellation).Text.Split("\n\n");
        return blocks
            .Select(block => block.Split('\n'))
            .FirstOrDefault(lines => lines.Contains($"branch {Ref}"))?[0]["worktree ".Length..];
    }

    // Meanwhile HEAD is detached, so that no work tree says that it is on the branch.
    private bool IsBeingRebased()
    {
        var linked = Path.Combine(_user.GitFolder, "worktrees");
        return (Directory.Exists(linked) ? Directory.EnumerateDirectories(linked) : [])
            .Prepend(_user.GitFolder)
            .SelectMany(gitFolder => RebaseNotes.Select(note => Path.Combine(gitFolder, note)))
            .Any(file => File.Exists(file) && File.ReadAllText(file).Trim() == Ref);
    }

    private string Moved(string? expected, string? current) =>
        $"Branch '{_name}' was moved meanwhile: the hunt left it {At(expected)}, now it is {At(current)}. "
        + "Nothing was overwritten; move it back, or name another `branch` in the configuration.";

    private string CheckedOut(string place) =>
        $"Branch '{_name}' is checked out in {place}; moving it would make that work tree look changed. "
        + "Check another branch out there, or name another `branch` in the configuration.";

    private static string At(string? commit) => commit is null ? "missing" : $"at {commit}";
}
