using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class DisposableCloneTests
{
    [Test]
    public void A_clone_stands_alone_and_is_clean()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();

        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        Directory.Delete(sandbox.Layout.Store, recursive: true);

        Assert.That(sandbox.GitIn(clone.Folder, "status", "--porcelain"), Is.Empty);
        Assert.That(sandbox.GitIn(clone.Folder, "remote"), Is.Empty);
        Assert.That(sandbox.GitIn(clone.Folder, "log", "--format=%H").Trim(), Is.EqualTo(sandbox.Head));
        Assert.That(Directory.Exists(Path.Combine(clone.Folder, ".git/hooks")), Is.False);
        Assert.That(File.Exists(Path.Combine(clone.Folder, ".git/objects/info/alternates")), Is.False);
    }

    [Test]
    public void A_push_reaches_nobody()
    {
        using var sandbox = new GitSandbox();
        var remote = Path.Combine(sandbox.Root, "remote.git");
        sandbox.GitIn(sandbox.Root, "init", "--quiet", "--bare", remote);
        sandbox.UserGit("remote", "add", "origin", remote);
        sandbox.UserGit("push", "--quiet", "origin", "main");
        var before = GitSandbox.Snapshot(remote);
        using var clone = DisposableClone.Create(sandbox.Open(), sandbox.Head, "1", default);
        GitSandbox.WriteIn(clone.Folder, "src/a.c", "int pushed;\n");
        sandbox.GitIn(clone.Folder, "commit", "--quiet", "--all", "--message", "pushed");

        var pushes = new[] { new[] { "push" }, ["push", "--all"], ["push", "origin", "HEAD:main"] }.Select(push => sandbox.TryGitIn(clone.Folder, push).Succeeded);

        Assert.That(pushes, Is.All.False);
        Assert.That(GitSandbox.Snapshot(remote), Is.EqualTo(before));
    }

    [Test]
    public void A_leftover_of_the_same_name_is_replaced_whatever_it_holds()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        var first = DisposableClone.Create(repository, sandbox.Head, "1", default);
        GitSandbox.WriteIn(first.Folder, "cache/x/y", "read only");
        File.SetUnixFileMode(Path.Combine(first.Folder, "cache/x"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(Path.Combine(first.Folder, "link"), sandbox.User);
        sandbox.Shell(first.Folder, "mkdir \"$(printf '\\377')\"; d=$(printf '%0200d' 1); for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do mkdir $d && cd -P $d; done");

        using (var second = DisposableClone.Create(repository, sandbox.Head, "1", default))
        {
            Assert.That(Directory.Exists(Path.Combine(second.Folder, "cache")), Is.False);
        }

        Assert.That(Directory.Exists(first.Folder), Is.False);
        Assert.That(File.Exists(Path.Combine(sandbox.User, "src/a.c")), Is.True, "links are not followed");
    }
}
