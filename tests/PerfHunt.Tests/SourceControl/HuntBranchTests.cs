using PerfHunt.Errors;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class HuntBranchTests
{
    private static readonly DateTimeOffset Date = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3.5));

    [Test]
    public void A_commit_arrives_on_a_new_branch_and_nothing_else_changes()
    {
        using var sandbox = new GitSandbox();
        sandbox.UserGit("config", "core.logAllRefUpdates", "false");
        var (branch, commit) = Committed(sandbox);
        sandbox.Write("dirty.c", "the user goes on working\n");
        var before = WithoutObjects(sandbox);

        var move = branch.Move(null, commit, default);

        Assert.That(move.Kind, Is.EqualTo(BranchMoveKind.Moved), move.Message);
        Assert.That(branch.Read(default), Is.EqualTo(commit));
        Assert.That(sandbox.UserGit("show", "--no-patch", "--format=%P|%an|%ae|%aI|%cn|%cI|%B", commit).Trim(), Is.EqualTo(
            $"{sandbox.Head}|Ann|ann@example.com|2026-01-02T03:04:05-03:30|Ann|2026-01-02T03:04:05-03:30|perf: cache it (x-1)\n\nBecause ü."));
        Assert.That(sandbox.UserGit("fsck", "--strict"), Is.Empty);
        Assert.That(WithoutObjects(sandbox).Except(before).Select(pair => pair.Key), Is.EqualTo(new[] { ".git/refs/heads/perf-hunt" }));
        Assert.That(before.Except(WithoutObjects(sandbox)), Is.Empty);
    }

    [Test]
    public void The_same_values_give_the_same_commit_and_a_repeated_move_is_no_move()
    {
        using var sandbox = new GitSandbox();
        var (branch, commit) = Committed(sandbox);
        branch.Move(null, commit, default);

        var (again, sameCommit) = Committed(sandbox);

        Assert.That(sameCommit, Is.EqualTo(commit));
        Assert.That(again.Move(null, sameCommit, default).Kind, Is.EqualTo(BranchMoveKind.AlreadyThere));
        Assert.That(again.Move(sandbox.Head, sameCommit, default).Kind, Is.EqualTo(BranchMoveKind.AlreadyThere));
    }

    [Test]
    public void A_branch_that_the_user_moved_is_not_overwritten()
    {
        using var sandbox = new GitSandbox();
        var (branch, commit) = Committed(sandbox);
        sandbox.Write("src/b.c", "int user;\n");
        var users = sandbox.CommitAll("the user's own");
        sandbox.UserGit("branch", "perf-hunt", users);

        foreach (var expected in new[] { null, new string('1', 40) })
        {
            var move = branch.Move(expected, commit, default);

            Assert.That(move.Kind, Is.EqualTo(BranchMoveKind.Refused));
            Assert.That(move.Message, Does.Contain(users).And.Contains("Nothing was overwritten"));
        }

        Assert.That(branch.Read(default), Is.EqualTo(users));
        sandbox.UserGit("branch", "--delete", "--force", "perf-hunt");
        Assert.That(branch.Move(users, commit, default).Message, Does.Contain("now it is missing"));
    }

    [Test]
    public void A_branch_that_is_checked_out_anywhere_is_left_alone()
    {
        using var sandbox = new GitSandbox();
        var (branch, commit) = Committed(sandbox);
        var linked = Path.Combine(sandbox.Root, "linked tree");
        sandbox.UserGit("worktree", "add", "--quiet", "-b", "perf-hunt", linked);

        var move = branch.Move(sandbox.Head, commit, default);

        Assert.That(move.Kind, Is.EqualTo(BranchMoveKind.Refused));
        Assert.That(move.Message, Does.Contain(linked));
        Assert.That(branch.Read(default), Is.EqualTo(sandbox.Head));
        Assert.That(Branch(sandbox, "main").Move(sandbox.Head, commit, default).IsThere, Is.False);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_branch_that_is_being_rebased_is_left_alone(bool inLinkedTree)
    {
        using var sandbox = new GitSandbox();
        var (branch, commit) = Committed(sandbox);
        var place = sandbox.User;
        if (inLinkedTree)
        {
            place = Path.Combine(sandbox.Root, "linked");
            sandbox.UserGit("worktree", "add", "--quiet", "--detach", place);
        }

        sandbox.GitIn(place, "checkout", "--quiet", "-b", "perf-hunt");
        GitSandbox.WriteIn(place, "src/b.c", "int two;\n");
        sandbox.GitIn(place, "commit", "--quiet", "--all", "--message", "two");
        var before = branch.Read(default);
        sandbox.TryGitIn(place, "rebase", "--quiet", "--force-rebase", "--exec", "false", "HEAD~1");

        Assert.That(branch.Move(before, commit, default).Message, Does.Contain("is being rebased"));
        Assert.That(branch.Read(default), Is.EqualTo(before));
    }

    [Test]
    public void A_locked_branch_is_refused_with_the_words_of_git()
    {
        using var sandbox = new GitSandbox();
        var (branch, commit) = Committed(sandbox);
        GitSandbox.WriteIn(sandbox.User, ".git/refs/heads/perf-hunt.lock", "");

        var move = branch.Move(null, commit, default);

        Assert.That(move.Kind, Is.EqualTo(BranchMoveKind.Refused));
        Assert.That(move.Message, Does.Contain("perf-hunt.lock"));
    }

    [Test]
    public void A_name_that_another_branch_blocks_is_refused_with_the_words_of_git()
    {
        using var sandbox = new GitSandbox();
        var (_, commit) = Committed(sandbox);
        sandbox.UserGit("branch", "perf-hunt/other");

        var move = Branch(sandbox, "perf-hunt").Move(null, commit, default);

        Assert.That(move.Kind, Is.EqualTo(BranchMoveKind.Refused));
        Assert.That(move.Message, Does.Contain("perf-hunt/other"));
    }

    [Test]
    public void No_hook_or_program_of_the_user_is_run()
    {
        using var sandbox = new GitSandbox();
        var (branch, commit) = Committed(sandbox);
        sandbox.Plant(Path.Combine(sandbox.User, ".git"));

        Assert.That(branch.Move(null, commit, default).Kind, Is.EqualTo(BranchMoveKind.Moved));
        Assert.That(File.Exists(sandbox.Canary), Is.False, () => File.ReadAllText(sandbox.Canary));
    }

    [TestCase("a..b")]
    [TestCase("-x")]
    [TestCase("a b")]
    [TestCase("x.lock")]
    [TestCase("")]
    public void A_bad_name_is_a_mistake_in_the_configuration(string name)
    {
        using var sandbox = new GitSandbox();

        Assert.That(() => Branch(sandbox, name), Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.Usage));
    }

    [Test]
    public void A_shallow_repository_receives_commits()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write("src/a.c", "int next;\n");
        sandbox.CommitAll("next");
        var shallow = Path.Combine(sandbox.Root, "shallow");
        sandbox.GitIn(sandbox.Root, "clone", "--quiet", "--depth=1", $"file://{sandbox.User}", shallow);
        var inspection = new RepositoryInspector(sandbox.Git).Inspect(shallow, [], default);
        var repository = HuntRepository.Open(sandbox.Git, sandbox.Layout, inspection, default);
        var branch = new HuntBranch(sandbox.Git, sandbox.Layout, inspection, "perf/hunt", default);
        var shallowFile = File.ReadAllText(Path.Combine(shallow, ".git/shallow"));
        var commit = branch.Commit(new(repository.TreeOf(inspection.Head!, default), inspection.Head!, "x", Date, new("Ann", "a@b")), default);

        Assert.That(branch.Move(null, commit, default).Kind, Is.EqualTo(BranchMoveKind.Moved));
        Assert.That(File.ReadAllText(Path.Combine(shallow, ".git/shallow")), Is.EqualTo(shallowFile));
        Assert.That(sandbox.TryGitIn(shallow, "fsck").Succeeded, Is.True);
    }

    private static HuntBranch Branch(GitSandbox sandbox, string name) => new(sandbox.Git, sandbox.Layout, sandbox.Inspect(), name, default);

    private static (HuntBranch Branch, string Commit) Committed(GitSandbox sandbox)
    {
        var repository = sandbox.Open();
        var slot = new SlotPair(repository, new() { Commands = [], Binary = "x" }, sandbox.Head).B;
        slot.Checkout(sandbox.Head, default);
        GitSandbox.WriteIn(slot.Folder, "src/a.c", "int measured;\n");
        var branch = Branch(sandbox, "perf-hunt");
        var commit = branch.Commit(
            new(slot.SnapshotTree(default).Tree!, sandbox.Head, "perf: cache it (x-1)\n\nBecause ü.", Date, new("Ann", "ann@example.com")), default);
        return (branch, commit);
    }

    private static IEnumerable<KeyValuePair<string, string>> WithoutObjects(GitSandbox sandbox) =>
        GitSandbox.Snapshot(sandbox.User).Where(pair => !pair.Key.StartsWith(".git/objects/", StringComparison.Ordinal));
}
