using PerfHunt.Configuration;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class SlotTests
{
    private static readonly BuildConfig Build = new() { Commands = [], Binary = "x", Keep = ["build"] };

    [Test]
    public void Only_changed_files_are_rewritten()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Head;
        sandbox.Write("src/a.c", "int a, second;\n");
        sandbox.Write("src/sub/c.c", "int c;\n");
        var second = sandbox.CommitAll("second");
        var slot = Open(sandbox).A;
        slot.Checkout(first, default);
        var old = Age(slot.Folder);

        slot.Checkout(second, default);

        Assert.That(File.ReadAllText(Path.Combine(slot.Folder, "src/a.c")), Is.EqualTo("int a, second;\n"));
        Assert.That(TimeOf(slot, "src/a.c"), Is.GreaterThan(old));
        Assert.That(TimeOf(slot, "src/b.c"), Is.EqualTo(old));
        Assert.That(TimeOf(slot, "tests/t.sh"), Is.EqualTo(old));
        slot.Checkout(first, default);
        Assert.That(Directory.Exists(Path.Combine(slot.Folder, "src/sub")), Is.False);
        Assert.That(TimeOf(slot, "src/b.c"), Is.EqualTo(old));
    }

    [Test]
    public void Everything_foreign_goes_but_kept_folders_and_the_slots_own_git_folder()
    {
        using var sandbox = new GitSandbox();
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        GitSandbox.WriteIn(slot.Folder, "build/cache", "kept");
        GitSandbox.WriteIn(slot.Folder, "build/dep/.git/HEAD", "kept");
        GitSandbox.WriteIn(slot.Folder, "src/a.o", "ignored");
        GitSandbox.WriteIn(slot.Folder, "src/build/x", "not the kept folder");
        GitSandbox.WriteIn(slot.Folder, "src/.git/config", "[core]\n\tfsmonitor = x\n");
        GitSandbox.WriteIn(slot.Folder, "other/.git/HEAD", "ref: refs/heads/x\n");
        GitSandbox.WriteIn(slot.Folder, "src/a.c/../b.c", "changed");
        File.Delete(Path.Combine(slot.Folder, "tests/t.sh"));
        Directory.CreateDirectory(Path.Combine(slot.Folder, "tests/t.sh/folder"));
        Directory.CreateDirectory(Path.Combine(slot.Folder, "empty/empty"));
        Directory.CreateSymbolicLink(Path.Combine(slot.Folder, "link"), sandbox.User);

        slot.Checkout(sandbox.Head, default);

        var files = GitSandbox.Snapshot(slot.Folder).Keys.Where(path => !path.StartsWith(".git/", StringComparison.Ordinal));
        Assert.That(files, Is.EquivalentTo(new[] { ".gitignore", "build/cache", "build/dep/.git/HEAD", "src/a.c", "src/b.c", "tests/t.sh" }));
        Assert.That(Directory.GetDirectories(slot.Folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { ".git", "build", "src", "tests" }));
        Assert.That(File.ReadAllText(Path.Combine(sandbox.User, "src/a.c")), Is.EqualTo("int a;\n"), "links are not followed");
    }

    [Test]
    public void Names_that_are_not_utf8_go_when_foreign_and_stay_when_tracked()
    {
        using var sandbox = new GitSandbox();
        sandbox.Shell(sandbox.User, "d=$(printf 'src/\\344'); mkdir \"$d\"; echo x > \"$d/x.c\"; echo '*.tmp' > \"$d/.gitignore\"");
        sandbox.CommitAll("a Latin-1 name");
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        sandbox.Shell(slot.Folder, "d=$(printf 'new/\\377'); mkdir -p \"$d\"; echo x > \"$d/x.c\"");
        Assert.That(slot.SnapshotTree(default).Objection?.Code, Is.EqualTo(Refusal.BadPath));

        slot.Checkout(sandbox.Head, default);

        Assert.That(slot.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", "HEAD^{tree}").Trim()));
        Assert.That(Directory.Exists(Path.Combine(slot.Folder, "new")), Is.False);
        sandbox.Shell(sandbox.Root, "rm -rf user workspace");
    }

    [Test]
    public void A_kept_folder_inside_an_untracked_or_ignored_one_stays()
    {
        using var sandbox = new GitSandbox();
        var slots = new SlotPair(sandbox.Open(), Build with { Keep = ["out/deep cache", "build/[x]"] }, sandbox.Head);
        slots.A.Checkout(sandbox.Head, default);
        foreach (var path in new[] { "out/deep cache/x", "out/else", "build/[x]/y", "build/x" })
        {
            GitSandbox.WriteIn(slots.A.Folder, path, path);
        }

        slots.A.Checkout(sandbox.Head, default);

        var files = GitSandbox.Snapshot(slots.A.Folder).Keys.Where(path => path.StartsWith("out/", StringComparison.Ordinal) || path.StartsWith("build/", StringComparison.Ordinal));
        Assert.That(files, Is.EquivalentTo(new[] { "out/deep cache/x", "build/[x]/y" }));
        Assert.That(slots.A.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", "HEAD^{tree}").Trim()));
    }

    [Test]
    public void What_git_cannot_clean_up_goes_with_the_whole_folder()
    {
        using var sandbox = new GitSandbox();
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        sandbox.Shell(slot.Folder, "mkdir deep; cd deep; d=$(printf '%0200d' 1); for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do mkdir $d && cd -P $d; done");

        slot.Checkout(sandbox.Head, default);

        Assert.That(Directory.Exists(Path.Combine(slot.Folder, "deep")), Is.False);
        Assert.That(slot.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", "HEAD^{tree}").Trim()));
    }

    [Test]
    public void What_a_gate_left_in_a_submodules_folder_goes()
    {
        using var sandbox = new GitSandbox();
        sandbox.UserGit("submodule", "--quiet", "add", sandbox.User, "vendor");
        sandbox.CommitAll("vendor");
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(slot.Folder, "vendor")), Is.Empty);
        sandbox.GitIn(slot.Folder, "submodule", "--quiet", "update", "--init");
        Assert.That(File.Exists(Path.Combine(slot.Folder, "vendor/src/a.c")), Is.True);

        slot.Checkout(sandbox.Head, default);

        Assert.That(Directory.GetFileSystemEntries(Path.Combine(slot.Folder, "vendor")), Is.Empty);
        Assert.That(slot.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", "HEAD^{tree}").Trim()));
    }

    [Test]
    public void A_link_in_place_of_a_kept_folder_goes_too()
    {
        using var sandbox = new GitSandbox();
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        Directory.CreateSymbolicLink(Path.Combine(slot.Folder, "build"), sandbox.User);

        slot.Checkout(sandbox.Head, default);

        Assert.That(Path.Exists(Path.Combine(slot.Folder, "build")), Is.False);
    }

    [Test]
    public void An_edit_that_hides_behind_size_and_times_is_undone()
    {
        using var sandbox = new GitSandbox();
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        var file = Path.Combine(slot.Folder, "src/a.c");
        var time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, "int z;\n");
        File.SetLastWriteTimeUtc(file, time);

        slot.Checkout(sandbox.Head, default);

        Assert.That(File.ReadAllText(file), Is.EqualTo("int a;\n"));
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase(null)]
    public void A_lost_or_damaged_index_is_made_again(string? content)
    {
        using var sandbox = new GitSandbox();
        var slots = Open(sandbox);
        var slot = slots.A;
        slot.Checkout(sandbox.Head, default);
        var index = sandbox.Layout.Index("a");
        File.WriteAllText(index + ".lock", "");
        File.Delete(index);
        if (content is not null)
        {
            File.WriteAllText(index, content);
        }

        slots.Recover();
        slot.Checkout(sandbox.Head, default);

        Assert.That(slot.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", "HEAD^{tree}").Trim()));
    }

    [Test]
    public void A_snapshot_holds_what_a_gate_left_without_ignored_and_kept_files()
    {
        using var sandbox = new GitSandbox();
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        GitSandbox.WriteIn(slot.Folder, "src/a.c", "int  a;\n");
        GitSandbox.WriteIn(slot.Folder, "src/new.c", "int fresh;\n");
        GitSandbox.WriteIn(slot.Folder, "src/a.o", "ignored");
        GitSandbox.WriteIn(slot.Folder, "build/x", "kept");

        var change = slot.ChangeFrom(sandbox.Head, GitSandbox.Rules(), default);

        Assert.That(change.Refusal, Is.Null);
        Assert.That(change.Files.Select(file => file.Path), Is.EqualTo(new[] { "src/a.c", "src/new.c" }));
        Assert.That(slot.ChangeFrom(sandbox.Head, GitSandbox.Rules(maxFiles: 1), default).Refusal?.Code, Is.EqualTo(Refusal.TooWide));
        Assert.That(slot.SnapshotTree(default).Tree, Is.EqualTo(change.Tree), "looking changes nothing");
        slot.Checkout(change.Tree!, default);
        Assert.That(File.ReadAllText(Path.Combine(slot.Folder, "src/new.c")), Is.EqualTo("int fresh;\n"));
    }

    [Test]
    public void A_snapshot_of_the_base_knows_the_tree_after_a_restart()
    {
        using var sandbox = new GitSandbox();
        Open(sandbox).B.Checkout(sandbox.Head, default);

        Assert.That(Open(sandbox).B.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", "HEAD^{tree}").Trim()));
    }

    [Test]
    public void Build_scripts_that_ask_git_get_the_base_commit_in_both_slots()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Head;
        sandbox.Write("src/a.c", "int a, second;\n");
        var second = sandbox.CommitAll("second");
        var slots = new SlotPair(sandbox.Open(), Build, first);
        slots.A.Checkout(first, default);
        slots.B.Checkout(second, default);

        Assert.That(sandbox.GitIn(slots.A.Folder, "rev-parse", "HEAD").Trim(), Is.EqualTo(first));
        Assert.That(sandbox.GitIn(slots.B.Folder, "rev-parse", "HEAD").Trim(), Is.EqualTo(first));
        Assert.That(sandbox.GitIn(slots.A.Folder, "status", "--porcelain"), Is.Empty);
        Assert.That(sandbox.GitIn(slots.A.Folder, "remote"), Is.Empty);
    }

    [Test]
    public void A_slots_git_folder_that_was_tampered_with_is_made_anew_and_else_left_alone()
    {
        using var sandbox = new GitSandbox();
        var slot = Open(sandbox).A;
        slot.Checkout(sandbox.Head, default);
        var config = Path.Combine(slot.Folder, ".git/config");
        var made = Directory.GetCreationTimeUtc(Path.Combine(slot.Folder, ".git/objects"));
        sandbox.GitIn(slot.Folder, "status");
        slot.Checkout(sandbox.Head, default);
        Assert.That(Directory.GetCreationTimeUtc(Path.Combine(slot.Folder, ".git/objects")), Is.EqualTo(made));

        sandbox.Plant(Path.Combine(slot.Folder, ".git"));
        Directory.CreateSymbolicLink(Path.Combine(slot.Folder, ".git/info/circle"), slot.Folder);
        slot.Checkout(sandbox.Head, default);
        sandbox.GitIn(slot.Folder, "status");

        Assert.That(File.ReadAllText(config), Does.Not.Contain("fsmonitor"));
        Assert.That(Path.Exists(sandbox.Canary), Is.False);
    }

    [Test]
    public void A_tree_that_the_tree_before_blocks_is_checked_out()
    {
        using var sandbox = new GitSandbox();
        var first = sandbox.Head;
        sandbox.UserGit("rm", "-r", "--quiet", "src");
        sandbox.Write("src", "a file now\n");
        sandbox.UserGit("rm", "--quiet", "tests/t.sh");
        sandbox.Write("tests/t.sh/x", "a folder now\n");
        var second = sandbox.CommitAll("second");
        var slot = Open(sandbox).A;

        foreach (var commit in new[] { first, second, first, second })
        {
            slot.Checkout(commit, default);
            Assert.That(slot.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", $"{commit}^{{tree}}").Trim()));
        }
    }

    private static SlotPair Open(GitSandbox sandbox) => new(sandbox.Open(), Build, sandbox.Head);

    private static DateTime Age(string folder)
    {
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/.git/", StringComparison.Ordinal)))
        {
            File.SetLastWriteTimeUtc(file, old);
        }

        return old;
    }

    private static DateTime TimeOf(Slot slot, string path) => File.GetLastWriteTimeUtc(Path.Combine(slot.Folder, path));
}
