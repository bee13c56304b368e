using PerfHunt.Errors;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class RepositoryInspectorTests
{
    [Test]
    public void A_clean_repository_is_described()
    {
        using var sandbox = new GitSandbox();

        var found = sandbox.Inspect();

        Assert.That(found.Root, Is.EqualTo(sandbox.User));
        Assert.That(found.CommonGitFolder, Is.EqualTo(Path.Combine(sandbox.User, ".git")));
        Assert.That((found.Head, found.Branch), Is.EqualTo((sandbox.Head, "main")));
        Assert.That(found.DirtyPaths, Is.Empty);
        Assert.That(found.Findings, Is.Empty);
    }

    [Test]
    public void Every_kind_of_dirt_is_listed_and_no_byte_changes()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write("src/a.c", "int changed;\n");
        sandbox.Write("src/b.c", "int staged;\n");
        sandbox.UserGit("add", "src/b.c");
        sandbox.Write("new folder/é \"x\".c", "new\n");
        File.SetLastWriteTimeUtc(Path.Combine(sandbox.User, "tests/t.sh"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var before = GitSandbox.Snapshot(sandbox.User);
        var index = File.GetLastWriteTimeUtc(Path.Combine(sandbox.User, ".git/index"));

        var found = sandbox.Inspect();

        Assert.That(found.DirtyPaths, Is.EquivalentTo(new DirtyPath[]
        {
            new("src/a.c", "modified"), new("src/b.c", "staged"), new("new folder/é \"x\".c", "untracked"),
        }));
        Assert.That(found.Findings.Single().What, Does.Contain("src/a.c (modified)"));
        Assert.That(GitSandbox.Snapshot(sandbox.User), Is.EqualTo(before));
        Assert.That(File.GetLastWriteTimeUtc(Path.Combine(sandbox.User, ".git/index")), Is.EqualTo(index));
    }

    [Test]
    public void The_hunts_own_files_are_no_dirt()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write(".claude/state.json", "{}");
        sandbox.Write(".claude/state.json.bak", "{}");
        sandbox.Write(".claude/.state.json.1a2b3c4d.tmp", "{}");
        sandbox.Write(".tickets/x-1.md", "x");
        sandbox.Write(".claude/other.json", "{}");

        Assert.That(sandbox.Inspect(".claude/state.json", ".tickets/").DirtyPaths.Select(path => path.Path), Is.EqualTo(new[] { ".claude/other.json" }));
    }

    [Test]
    public void A_folder_below_the_root_finds_the_root_and_a_name_with_a_dash_is_no_option()
    {
        using var sandbox = new GitSandbox();
        var below = Path.Combine(sandbox.User, "--git-dir=x");
        Directory.CreateDirectory(below);

        Assert.That(new RepositoryInspector(sandbox.Git).Inspect(below, [], default).Root, Is.EqualTo(sandbox.User));
    }

    [Test]
    public void What_is_no_repository_is_a_precondition_with_its_remedy()
    {
        using var sandbox = new GitSandbox();
        var inspector = new RepositoryInspector(sandbox.Git);

        Assert.That(
            () => inspector.Inspect(sandbox.Root, [], default),
            Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.Precondition).And.Message.Contains("--repository"));
        Assert.That(
            () => inspector.Inspect(Path.Combine(sandbox.Root, "missing"), [], default),
            Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.Usage));
        Assert.That(
            () => inspector.Inspect(Path.Combine(sandbox.User, ".git"), [], default),
            Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.Usage));
    }

    [Test]
    public void Unborn_and_bare_repositories_block()
    {
        using var sandbox = new GitSandbox();
        var (unborn, bare) = (Path.Combine(sandbox.Root, "unborn"), Path.Combine(sandbox.Root, "bare"));
        sandbox.GitIn(sandbox.Root, "init", "--quiet", unborn);
        sandbox.GitIn(sandbox.Root, "init", "--quiet", "--bare", bare);
        var inspector = new RepositoryInspector(sandbox.Git);

        Assert.That(inspector.Inspect(unborn, [], default).Findings.Select(finding => finding.What), Has.One.Contains("no commit"));
        Assert.That(inspector.Inspect(bare, [], default).IsBare, Is.True);
    }

    [Test]
    public void Shallow_sparse_submodules_and_large_files_are_cautions()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write("assets/.gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        sandbox.CommitAll("assets");
        sandbox.UserGit("submodule", "--quiet", "add", sandbox.User, "vendor/it");
        sandbox.CommitAll("vendor");
        var copy = Path.Combine(sandbox.Root, "copy");
        sandbox.GitIn(sandbox.Root, "clone", "--quiet", "--depth=1", $"file://{sandbox.User}", copy);
        sandbox.GitIn(copy, "sparse-checkout", "set", "src");

        var found = new RepositoryInspector(sandbox.Git).Inspect(copy, [], default);

        Assert.That((found.IsShallow, found.IsSparse, found.UsesLfs, found.IsPartial), Is.EqualTo((true, true, true, false)));
        Assert.That(found.Submodules, Is.EqualTo(new[] { "vendor/it" }));
        Assert.That(found.Findings.Select(finding => finding.Blocks), Is.EqualTo(new[] { false, false, false, false }));
        Assert.That(found.DirtyPaths, Is.Empty);
    }

    [Test]
    public void A_partial_clone_blocks()
    {
        using var sandbox = new GitSandbox();
        sandbox.UserGit("config", "uploadpack.allowFilter", "true");
        var copy = Path.Combine(sandbox.Root, "copy");
        sandbox.GitIn(sandbox.Root, "clone", "--quiet", "--filter=blob:none", $"file://{sandbox.User}", copy);

        Assert.That(new RepositoryInspector(sandbox.Git).Inspect(copy, [], default).Findings.Any(finding => finding.Blocks), Is.True);
    }

    [Test]
    public void A_detached_head_in_a_linked_work_tree_can_be_hunted_in()
    {
        using var sandbox = new GitSandbox();
        var linked = Path.Combine(sandbox.Root, "linked");
        sandbox.UserGit("worktree", "add", "--quiet", "--detach", linked);
        GitSandbox.WriteIn(linked, "src/a.c", "int only_here;\n");
        sandbox.GitIn(linked, "commit", "--quiet", "--all", "--message", "only here");

        var found = new RepositoryInspector(sandbox.Git).Inspect(linked, [], default);
        var repository = HuntRepository.Open(sandbox.Git, sandbox.Layout, found, default);

        Assert.That(found.Branch, Is.Null);
        Assert.That(found.CommonGitFolder, Is.EqualTo(Path.Combine(sandbox.User, ".git")));
        Assert.That(repository.Has(found.Head!, default), Is.True);
    }

    [Test]
    public void Nothing_that_the_repository_configures_is_run()
    {
        using var sandbox = new GitSandbox();
        sandbox.Plant(Path.Combine(sandbox.User, ".git"));
        sandbox.Write("src/a.c", "int changed;\n");

        var found = sandbox.Inspect();
        HuntRepository.Open(sandbox.Git, sandbox.Layout, found, default);

        Assert.That(found.DirtyPaths.Select(path => path.Path), Does.Contain("src/a.c"));
        Assert.That(File.Exists(sandbox.Canary), Is.False, () => File.ReadAllText(sandbox.Canary));
        sandbox.TryGitIn(sandbox.User, "status");
        Assert.That(File.Exists(sandbox.Canary), Is.True, "an ordinary git does run it, so the plant works");
    }

    [Test]
    public void A_repository_of_another_user_can_be_read()
    {
        using var sandbox = new GitSandbox();
        if (Environment.UserName != "root")
        {
            Assert.Ignore("Only root can give a folder to another user.");
        }

        var chown = new PerfHunt.Processes.ProcessRunner(TimeProvider.System).Run(PerfHunt.Processes.Command.Of("chown", "-R", "12345:12345", sandbox.User));
        Assert.That(chown.Succeeded, Is.True, chown.StandardError);
        Assert.That(sandbox.TryGitIn(sandbox.User, "status").StandardError, Does.Contain("dubious ownership"), "an ordinary git refuses");

        var found = sandbox.Inspect();
        var repository = HuntRepository.Open(sandbox.Git, sandbox.Layout, found, default);

        Assert.That(repository.Has(found.Head!, default), Is.True);
    }

    [Test]
    public void Identity_is_the_users_or_a_plain_fallback()
    {
        using var sandbox = new GitSandbox();
        sandbox.UserGit("config", "user.name", "A <b> C");
        sandbox.UserGit("config", "user.email", "<>");

        Assert.That(sandbox.Inspect().Identity, Is.EqualTo(new CommitIdentity("A b C", CommitIdentity.FallbackEmail)));
    }

    [Test]
    public void The_installed_git_is_new_enough()
    {
        using var sandbox = new GitSandbox();

        Assert.That(sandbox.Git.Version(default).IsSupported, Is.True);
    }
}
