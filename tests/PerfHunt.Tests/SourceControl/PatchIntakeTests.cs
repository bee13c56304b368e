using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

/// <summary>Ordinary changes, and the ways in which git state could hide or alter one.</summary>
[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class PatchIntakeTests
{
    private static readonly Action<GitSandbox, string> Edit = (_, clone) =>
    {
        GitSandbox.WriteIn(clone, "src/a.c", "int a, edited;\n");
        GitSandbox.WriteIn(clone, "src/new.c", "int fresh;\n");
        File.Delete(Path.Combine(clone, "src/b.c"));
    };

    /// <summary>What agents do with git after (or around) the same edit. Every one must give the same patch.</summary>
    private static readonly Dictionary<string, Action<GitSandbox, string>> Manoeuvres = new()
    {
        ["nothing"] = (_, _) => { },
        ["commits"] = (sandbox, clone) => Commit(sandbox, clone),
        ["amends"] = (sandbox, clone) =>
        {
            sandbox.GitIn(clone, "add", "--all");
            sandbox.GitIn(clone, "commit", "--quiet", "--amend", "--message", "rewritten");
        },
        ["branches"] = (sandbox, clone) =>
        {
            sandbox.GitIn(clone, "checkout", "--quiet", "-b", "elsewhere");
            Commit(sandbox, clone);
            sandbox.GitIn(clone, "branch", "--delete", "--force", "main");
        },
        ["stashes and takes it out again"] = (sandbox, clone) =>
        {
            sandbox.GitIn(clone, "stash", "push", "--quiet", "--include-untracked");
            sandbox.GitIn(clone, "stash", "apply", "--quiet");
        },
        ["starts a new history"] = (sandbox, clone) =>
        {
            sandbox.GitIn(clone, "checkout", "--quiet", "--orphan", "fresh");
            Commit(sandbox, clone);
        },
        ["hides by assume-unchanged"] = (sandbox, clone) => sandbox.GitIn(clone, "update-index", "--assume-unchanged", "src/a.c"),
        ["hides by skip-worktree"] = (sandbox, clone) => sandbox.GitIn(clone, "update-index", "--skip-worktree", "src/a.c"),
        ["hides by info/exclude"] = (_, clone) => GitSandbox.WriteIn(clone, ".git/info/exclude", "*\n"),
        ["empties the index"] = (sandbox, clone) => sandbox.GitIn(clone, "rm", "-r", "--quiet", "--cached", "."),
        ["deletes its git folder"] = (_, clone) => Directory.Delete(Path.Combine(clone, ".git"), recursive: true),
        ["breaks its git folder"] = (_, clone) => GitSandbox.WriteIn(clone, ".git/HEAD", "garbage"),
        ["replaces objects"] = (sandbox, clone) =>
        {
            var blob = sandbox.GitIn(clone, "rev-parse", "HEAD:src/a.c").Trim();
            var other = sandbox.GitIn(clone, "hash-object", "-w", "src/new.c").Trim();
            sandbox.GitIn(clone, "replace", blob, other);
        },
        ["builds"] = (_, clone) =>
        {
            GitSandbox.WriteIn(clone, "build/out", "kept folder");
            GitSandbox.WriteIn(clone, "src/a.o", "ignored by the base");
        },
    };

    private static IEnumerable<string> ManoeuvreNames => Manoeuvres.Keys;

    [TestCaseSource(nameof(ManoeuvreNames))]
    public void Whatever_an_agent_does_with_git_the_patch_is_the_same(string name)
    {
        using var sandbox = new GitSandbox();
        using var clone = DisposableClone.Create(sandbox.Open(), sandbox.Head, "1", default);

        Edit(sandbox, clone.Folder);
        Manoeuvres[name](sandbox, clone.Folder);
        var intake = sandbox.Take(sandbox.Open(), clone);

        Assert.That(intake.Refusal, Is.Null);
        Assert.That(intake.Files.Select(file => file.Path), Is.EqualTo(new[] { "src/a.c", "src/b.c", "src/new.c" }));
        Assert.That(File.ReadAllText(intake.PatchFile!), Is.EqualTo(EditAsPatch));
    }

    [Test]
    public void Nothing_that_an_agent_plants_is_run()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        Edit(sandbox, clone.Folder);
        sandbox.Plant(Path.Combine(clone.Folder, ".git"));
        GitSandbox.WriteIn(clone.Folder, "src/.gitattributes", "* filter=evil diff=evil text eol=crlf ident working-tree-encoding=UTF-16\n");

        var intake = sandbox.Take(repository, clone);

        Assert.That(File.Exists(sandbox.Canary), Is.False, () => File.ReadAllText(sandbox.Canary));
        Assert.That(intake.Refusal?.Code, Is.EqualTo(Refusal.ProtectedPath));
        Assert.That(File.ReadAllText(intake.PatchFile!), Does.Contain(EditOfA), "attributes alter nothing");
        sandbox.TryGitIn(clone.Folder, "status");
        Assert.That(File.Exists(sandbox.Canary), Is.True, "an ordinary git does run it, so the plant works");
    }

    [Test]
    public void A_configuration_planted_in_a_submodule_is_not_run()
    {
        using var sandbox = new GitSandbox();
        sandbox.UserGit("submodule", "--quiet", "add", sandbox.User, "vendor");
        sandbox.CommitAll("vendor");
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        sandbox.GitIn(clone.Folder, "submodule", "--quiet", "update", "--init");
        sandbox.Plant(Path.Combine(clone.Folder, ".git/modules/vendor"));
        GitSandbox.WriteIn(clone.Folder, "vendor/src/a.c", "int dirty;\n");
        GitSandbox.WriteIn(clone.Folder, "src/a.c", "int a, edited;\n");

        var intake = sandbox.Take(repository, clone);

        Assert.That(File.Exists(sandbox.Canary), Is.False, () => File.ReadAllText(sandbox.Canary));
        Assert.That(intake.Files.Select(file => file.Path), Is.EqualTo(new[] { "src/a.c" }));
        sandbox.TryGitIn(clone.Folder, "status");
        Assert.That(File.Exists(sandbox.Canary), Is.True, "an ordinary git does run it, so the plant works");
    }

    [Test]
    public void Ignore_rules_of_the_change_hide_nothing()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        GitSandbox.WriteIn(clone.Folder, "src/.gitignore", "*\n");
        GitSandbox.WriteIn(clone.Folder, "src/hidden.c", "int hidden;\n");

        var intake = sandbox.Take(repository, clone);

        Assert.That(intake.Files.Select(file => file.Path), Is.EqualTo(new[] { "src/.gitignore", "src/hidden.c" }));
        Assert.That(intake.Refusal?.Code, Is.EqualTo(Refusal.ProtectedPath));
    }

    [Test]
    public void What_the_base_commit_ignores_is_dropped_and_listed()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        File.WriteAllText(Path.Combine(clone.Folder, ".gitignore"), "");
        GitSandbox.WriteIn(clone.Folder, "src/a.o", "object");
        GitSandbox.WriteIn(clone.Folder, "sub/build/x/.git/HEAD", "ref: refs/heads/x\n");
        GitSandbox.WriteIn(clone.Folder, "sub/build/y", "y");

        var intake = sandbox.Take(repository, clone);

        Assert.That(intake.Dropped, Is.SupersetOf(new[] { "src/a.o", "sub/build/y" }));
        Assert.That(intake.Files.Select(file => file.Path), Is.EqualTo(new[] { ".gitignore" }));
    }

    [Test]
    public void A_tracked_file_that_is_ignored_stays_part_of_the_change()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write("src/kept.o", "one\n");
        sandbox.UserGit("add", "--force", "src/kept.o");
        sandbox.CommitAll("an object file on purpose");
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        GitSandbox.WriteIn(clone.Folder, "src/kept.o", "two\n");

        Assert.That(sandbox.Take(repository, clone).Files.Select(file => file.Path), Is.EqualTo(new[] { "src/kept.o" }));
    }

    [Test]
    public void A_patch_applies_to_a_slot_exactly_whatever_its_bytes()
    {
        using var sandbox = new GitSandbox();
        sandbox.Write("src/crlf.c", "one\r\ntwo\r\n");
        sandbox.Write(".gitattributes", "*.c text eol=lf ident\n");
        sandbox.UserGit("-c", "core.safecrlf=false", "add", "--all");
        sandbox.CommitAll("attributes");
        var repository = sandbox.Open();
        using var clone = DisposableClone.Create(repository, sandbox.Head, "1", default);
        GitSandbox.WriteIn(clone.Folder, "src/crlf.c", "one\r\n$Id: x $ \r\nlast line without end");
        GitSandbox.WriteIn(clone.Folder, "src/sp ace\"é.c", "\t \n\n\n");
        GitSandbox.WriteIn(clone.Folder, "src/bin", "a\0b\r\n");
        File.SetUnixFileMode(Path.Combine(clone.Folder, "src/b.c"), (UnixFileMode)0b111_101_101);

        var intake = sandbox.Take(repository, clone);
        var slot = new SlotPair(repository, new() { Commands = [], Binary = "x", Keep = ["build"] }, sandbox.Head).B;
        slot.Checkout(sandbox.Head, default);

        Assert.That(intake.Files.Select(file => file.Path), Is.EquivalentTo(new[] { "src/b.c", "src/bin", "src/crlf.c", "src/sp ace\"é.c" }));
        Assert.That(slot.Apply(intake.PatchFile!, default), Is.Null);
        foreach (var file in intake.Files)
        {
            Assert.That(File.ReadAllBytes(Path.Combine(slot.Folder, file.Path)), Is.EqualTo(File.ReadAllBytes(Path.Combine(clone.Folder, file.Path))), file.Path);
        }

        Assert.That(slot.ChangeFrom(sandbox.Head, GitSandbox.Rules(), default).Files, Is.EqualTo(intake.Files));
    }

    private static void Commit(GitSandbox sandbox, string clone)
    {
        sandbox.GitIn(clone, "add", "--all");
        sandbox.GitIn(clone, "commit", "--quiet", "--message", "agent");
    }

    // The ids are those that `git hash-object` gives for the contents.
    private const string EditOfA =
        """
        diff --git a/src/a.c b/src/a.c
        index 4e610c04d58371663d95ca8237eea260b08f090c..9ce3b902def17e9c84bb8226229e8deee77057ba 100644
        --- a/src/a.c
        +++ b/src/a.c
        @@ -1 +1 @@
        -int a;
        +int a, edited;

        """;

    private const string EditAsPatch = EditOfA +
        """
        diff --git a/src/b.c b/src/b.c
        deleted file mode 100644
        index 04bfb9bae713e61093964c62d1c6437da187a286..0000000000000000000000000000000000000000
        --- a/src/b.c
        +++ /dev/null
        @@ -1 +0,0 @@
        -int b;
        diff --git a/src/new.c b/src/new.c
        new file mode 100644
        index 0000000000000000000000000000000000000000..fd53c8e0499e3db8861a30cf253e94dc704fe95c
        --- /dev/null
        +++ b/src/new.c
        @@ -0,0 +1 @@
        +int fresh;

        """;
}
