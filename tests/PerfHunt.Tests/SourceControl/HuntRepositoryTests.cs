using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class HuntRepositoryTests
{
    [Test]
    public void The_store_has_its_own_objects()
    {
        using var sandbox = new GitSandbox();

        sandbox.Open();

        Assert.That(File.Exists(Path.Combine(sandbox.Layout.Store, "objects/info/alternates")), Is.False);
        Directory.Delete(sandbox.User, recursive: true);
        Assert.That(sandbox.TryGitIn(sandbox.Layout.Store, "fsck", "--strict").Succeeded, Is.True);
    }

    [Test]
    public void Opening_again_changes_nothing_and_fetches_what_is_new()
    {
        using var sandbox = new GitSandbox();
        sandbox.Open();
        var before = GitSandbox.Snapshot(sandbox.Layout.Store);
        sandbox.Open();
        Assert.That(GitSandbox.Snapshot(sandbox.Layout.Store), Is.EqualTo(before));

        sandbox.Write("src/a.c", "int next;\n");
        var next = sandbox.CommitAll("next");

        Assert.That(sandbox.Open().Has(next, default), Is.True);
    }

    [Test]
    public void A_half_made_store_is_made_again()
    {
        using var sandbox = new GitSandbox();
        Directory.CreateDirectory(Path.Combine(sandbox.Layout.Store, "objects"));
        GitSandbox.WriteIn(sandbox.Layout.Store + ".partial", "HEAD", "ref: ");

        Assert.That(sandbox.Open().Has(sandbox.Head, default), Is.True);
        Assert.That(Directory.Exists(sandbox.Layout.Store + ".partial"), Is.False);
    }

    [Test]
    public void Lock_files_of_a_killed_git_do_not_block()
    {
        using var sandbox = new GitSandbox();
        sandbox.Open();
        sandbox.Write("src/a.c", "int next;\n");
        var next = sandbox.CommitAll("next");
        foreach (var stale in new[] { "config.lock", $"refs/perf-hunt/user/{next}.lock", "shallow.lock", "objects/pack/tmp_pack_x" })
        {
            GitSandbox.WriteIn(sandbox.Layout.Store, stale, "");
        }

        Assert.That(sandbox.Open().Has(next, default), Is.True);
        Assert.That(File.Exists(Path.Combine(sandbox.Layout.Store, "objects/pack/tmp_pack_x")), Is.False);
    }

    [Test]
    public void A_ref_whose_objects_are_lost_is_fetched_again()
    {
        using var sandbox = new GitSandbox();
        sandbox.Open();
        foreach (var pack in Directory.GetFiles(Path.Combine(sandbox.Layout.Store, "objects"), "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(pack, UnixFileMode.UserWrite);
            File.Delete(pack);
        }

        Assert.That(sandbox.Open().Has(sandbox.Head, default), Is.True);
    }

    [Test]
    public void Shallow_and_sha256_repositories_are_copied()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write("src/a.c", "int next;\n");
        sandbox.CommitAll("next");
        var shallow = Path.Combine(sandbox.Root, "shallow");
        sandbox.GitIn(sandbox.Root, "clone", "--quiet", "--depth=1", $"file://{sandbox.User}", shallow);
        var modern = Path.Combine(sandbox.Root, "modern");
        sandbox.GitIn(sandbox.Root, "init", "--quiet", "--object-format=sha256", modern);
        GitSandbox.WriteIn(modern, "a", "a");
        sandbox.GitIn(modern, "add", "a");
        sandbox.GitIn(modern, "commit", "--quiet", "--message", "a");

        foreach (var source in new[] { shallow, modern })
        {
            var found = new RepositoryInspector(sandbox.Git).Inspect(source, [], default);
            var layout = new WorkspaceLayout(source + "-workspace");
            var repository = HuntRepository.Open(sandbox.Git, layout, found, default);
            var slots = new SlotPair(repository, new() { Commands = [], Binary = "x" }, found.Head!);
            slots.A.Checkout(found.Head!, default);
            using var clone = DisposableClone.Create(repository, found.Head!, "1", default);

            Assert.That(slots.A.SnapshotTree(default).Tree, Is.EqualTo(repository.TreeOf(found.Head!, default)));
            Assert.That(sandbox.GitIn(clone.Folder, "status", "--porcelain"), Is.Empty);
        }
    }

    [Test]
    public void Differences_of_trees_are_read_with_modes_sizes_and_kinds()
    {
        using var sandbox = new GitSandbox();
        var before = sandbox.Head;
        sandbox.Write("src/a.c", "int a, more;\n");
        File.Delete(Path.Combine(sandbox.User, "src/b.c"));
        sandbox.Write("src/with space\tand tab", "x");
        sandbox.Write("src/bin", "a\0b");
        File.SetUnixFileMode(Path.Combine(sandbox.User, "tests/t.sh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var after = sandbox.CommitAll("after");

        var changes = sandbox.Open().Changes(before, after, default).ToDictionary(change => change.Path);

        Assert.That(changes.Keys, Is.EquivalentTo(new[] { "src/a.c", "src/b.c", "src/with space\tand tab", "src/bin", "tests/t.sh" }));
        Assert.That(changes["src/a.c"].NewBytes, Is.EqualTo(13));
        Assert.That(changes["src/b.c"].IsRemoved, Is.True);
        Assert.That(changes["src/bin"].IsBinary && changes["src/bin"].IsAdded, Is.True);
        Assert.That(changes["tests/t.sh"].ChangesExecutability, Is.True);
        Assert.That(changes.Values.Count(change => change.IsBinary), Is.EqualTo(1));
    }
}
