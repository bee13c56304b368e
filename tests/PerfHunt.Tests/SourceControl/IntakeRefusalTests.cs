using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

/// <summary>Changes that are not taken, one for each kind.</summary>
[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class IntakeRefusalTests
{
    private static readonly Dictionary<string, (string Code, Action<GitSandbox, string> Change)> Changes = new()
    {
        ["nothing"] = (Refusal.Empty, (_, _) => { }),
        ["only touched"] = (Refusal.Empty, (_, clone) => File.SetLastWriteTimeUtc(Path.Combine(clone, "src/a.c"), DateTime.UnixEpoch)),
        ["a test"] = (Refusal.ProtectedPath, (_, clone) => GitSandbox.WriteIn(clone, "tests/t.sh", "exit 0 # always\n")),
        ["a deleted test"] = (Refusal.ProtectedPath, (_, clone) => File.Delete(Path.Combine(clone, "tests/t.sh"))),
        ["a moved test"] = (Refusal.ProtectedPath, (_, clone) => File.Move(Path.Combine(clone, "tests/t.sh"), Path.Combine(clone, "src/t.sh"))),
        ["a file outside"] = (Refusal.OutsideScope, (_, clone) => GitSandbox.WriteIn(clone, "Makefile", "all:\n")),
        ["ignore rules"] = (Refusal.ProtectedPath, (_, clone) => GitSandbox.WriteIn(clone, ".gitignore", "src/\n")),
        ["submodule settings"] = (Refusal.ProtectedPath, (_, clone) => GitSandbox.WriteIn(clone, ".gitmodules", "[submodule \"x\"]\n\tpath = x\n\turl = ext::sh -c touch% x\n")),
        ["a new link"] = (Refusal.Symlink, (_, clone) => File.CreateSymbolicLink(Path.Combine(clone, "src/link.c"), "/etc/passwd")),
        ["a file made a link"] = (Refusal.Symlink, (_, clone) =>
        {
            File.Delete(Path.Combine(clone, "src/a.c"));
            File.CreateSymbolicLink(Path.Combine(clone, "src/a.c"), "b.c");
        }),
        ["a folder made a link out of the tree"] = (Refusal.Symlink, (sandbox, clone) =>
        {
            Directory.Delete(Path.Combine(clone, "src"), recursive: true);
            Directory.CreateSymbolicLink(Path.Combine(clone, "src"), Path.Combine(sandbox.User, "src"));
        }),
        ["a nested repository"] = (Refusal.NestedRepository, (sandbox, clone) =>
        {
            sandbox.GitIn(clone, "init", "--quiet", "src/nested");
            GitSandbox.WriteIn(clone, "src/nested/x.c", "int x;\n");
            sandbox.GitIn(Path.Combine(clone, "src/nested"), "add", "x.c");
            sandbox.GitIn(Path.Combine(clone, "src/nested"), "commit", "--quiet", "--message", "x");
        }),
        ["a git folder beside tracked files"] = (Refusal.NestedRepository, (sandbox, clone) => sandbox.GitIn(clone, "init", "--quiet", "src")),
        ["a submodule"] = (Refusal.NestedRepository, (sandbox, clone) => sandbox.GitIn(clone, "submodule", "--quiet", "add", sandbox.User, "lib/other")),
        ["a file made a repository"] = (Refusal.NestedRepository, (sandbox, clone) =>
        {
            File.Delete(Path.Combine(clone, "src/a.c"));
            sandbox.GitIn(clone, "init", "--quiet", "src/a.c");
            sandbox.GitIn(Path.Combine(clone, "src/a.c"), "commit", "--quiet", "--allow-empty", "--message", "x");
        }),
        ["a binary file"] = (Refusal.Binary, (_, clone) => GitSandbox.WriteIn(clone, "src/table.c", "a\0b")),
        ["a huge new file"] = (Refusal.Huge, (_, clone) => GitSandbox.WriteIn(clone, "src/big.c", new string('x', (1 << 20) + 1))),
        ["a file grown huge"] = (Refusal.Huge, (_, clone) => GitSandbox.WriteIn(clone, "src/a.c", new string('x', (1 << 20) + 1))),
        ["an unreadable name"] = (Refusal.BadPath, (sandbox, clone) => sandbox.Shell(clone, "printf x > \"$(printf 'src/\\377.c')\"")),
        ["a name with a line end"] = (Refusal.BadPath, (_, clone) => GitSandbox.WriteIn(clone, "src/a\nb.c", "x")),
        ["the whole clone"] = (Refusal.Unreadable, (_, clone) => Directory.Delete(clone, recursive: true)),
        ["everything in it"] = (Refusal.ProtectedPath, (_, clone) => Directory.CreateDirectory(MovedAway(clone))),
        ["a link in its place"] = (Refusal.Unreadable, (sandbox, clone) =>
        {
            Directory.Delete(clone, recursive: true);
            Directory.CreateSymbolicLink(clone, sandbox.User);
        }),
        ["a name that looks like magic"] = (Refusal.OutsideScope, (_, clone) => GitSandbox.WriteIn(clone, ":(exclude)src", "x")),
        ["a pipe in place of a file"] = (Refusal.Unreadable, (sandbox, clone) => sandbox.Shell(clone, "rm src/a.c; mkfifo src/a.c")),
        ["sixteen files"] = (Refusal.TooWide, (_, clone) => Files(clone, 16)),
    };

    private static IEnumerable<string> Names => Changes.Keys;

    [TestCaseSource(nameof(Names))]
    public void Is_refused(string name)
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        var (code, change) = Changes[name];

        change(sandbox, clone.Folder);
        var intake = sandbox.Take(repository, clone);

        Assert.That(intake.Refusal?.Code, Is.EqualTo(code), intake.Refusal?.Reason);
        Assert.That(intake.Refusal!.Reason, Does.EndWith(".").Or.Contains("src/a.c"));
    }

    [Test]
    public void Fifteen_files_pass()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        Files(clone.Folder, 15);

        var intake = sandbox.Take(repository, clone);

        Assert.That(intake.Refusal, Is.Null);
        Assert.That(intake.Files, Has.Length.EqualTo(15));
    }

    [Test]
    public void A_refused_change_is_kept_as_a_patch()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        GitSandbox.WriteIn(clone.Folder, "tests/t.sh", "exit 0 # always\n");

        Assert.That(File.ReadAllText(sandbox.Take(repository, clone).PatchFile!), Does.Contain("+exit 0 # always"));
    }

    [Test]
    public void A_file_that_becomes_executable_counts_as_one()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        File.SetUnixFileMode(Path.Combine(clone.Folder, "src/a.c"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var intake = sandbox.Take(repository, clone, maxFiles: 1);

        Assert.That(intake.Refusal, Is.Null);
        Assert.That(intake.Files.Single().ChangesExecutability, Is.True);
    }

    [TestCase("../../outside.c")]
    [TestCase("/tmp/perfhunt-outside.c")]
    [TestCase(".git/config")]
    [TestCase("link/outside.c")]
    public void A_patch_that_leads_out_of_the_tree_does_not_apply(string path)
    {
        using var sandbox = new GitSandbox();
        Directory.CreateSymbolicLink(Path.Combine(sandbox.User, "link"), sandbox.Root);
        sandbox.CommitAll("a link");
        var slot = new SlotPair(sandbox.Open(), new() { Commands = [], Binary = "x" }, sandbox.Head).A;
        slot.Checkout(sandbox.Head, default);
        var patch = Path.Combine(sandbox.Root, "evil.patch");
        File.WriteAllText(patch, $"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+evil\n");

        Assert.That(slot.Apply(patch, default), Is.Not.Null);
        Assert.That(slot.SnapshotTree(default).Tree, Is.EqualTo(sandbox.UserGit("rev-parse", "HEAD^{tree}").Trim()));
        Assert.That(File.Exists(Path.Combine(sandbox.Root, "outside.c")) || File.Exists(Path.Combine(sandbox.Layout.Root, "outside.c")), Is.False);
    }

    private static string MovedAway(string clone)
    {
        Directory.Move(clone, $"{clone}.away");
        return clone;
    }

    private static void Files(string clone, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            GitSandbox.WriteIn(clone, $"lib/{i}.c", $"int i{i};\n");
        }
    }
}
