using PerfHunt.Configuration;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

public sealed class PatchRulesTests
{
    private static readonly PatchRules Rules = new(
        new PatchConfig { Allow = ["src/**", "tests/**"], Protect = ["tests/**", "src/gen.c"], MaxFiles = 3 }, ".claude/state.json", ".tickets/");

    [TestCase("src/a.c", null)]
    [TestCase("src/gen.c", Refusal.ProtectedPath)]
    [TestCase("tests/t.sh", Refusal.ProtectedPath)]
    [TestCase("README.md", Refusal.OutsideScope)]
    [TestCase(".claude/state.json", Refusal.ProtectedPath)]
    [TestCase(".tickets/x-1.md", Refusal.ProtectedPath)]
    [TestCase("src/.gitattributes", Refusal.ProtectedPath)]
    [TestCase("src/.gitignore", Refusal.ProtectedPath)]
    [TestCase(".gitmodules", Refusal.ProtectedPath)]
    [TestCase(".github/workflows/ci.yml", Refusal.ProtectedPath)]
    [TestCase("src/../etc/passwd", Refusal.BadPath)]
    [TestCase("/etc/passwd", Refusal.BadPath)]
    [TestCase("src/.GIT/config", Refusal.BadPath)]
    [TestCase("src/a\nb.c", Refusal.BadPath)]
    [TestCase("src/a\uFFFDb.c", Refusal.BadPath)]
    [TestCase("src\\a.c", Refusal.BadPath)]
    public void A_path_decides(string path, string? code) => Assert.That(Rules.Check([Edit(path)])?.Code, Is.EqualTo(code));

    [Test]
    public void No_change_is_told_apart() => Assert.That(Rules.Check([])?.Code, Is.EqualTo(Refusal.Empty));

    [Test]
    public void The_limit_itself_passes_and_one_more_does_not()
    {
        var edits = Enumerable.Range(1, 4).Select(i => Edit($"src/{i}.c")).ToList();

        Assert.That(Rules.Check(edits[..3]), Is.Null);
        Assert.That(Rules.Check(edits)?.Code, Is.EqualTo(Refusal.TooWide));
        Assert.That(Rules.Check(edits)?.Reason, Does.StartWith("4 files were changed, 3 is the limit: src/1.c"));
    }

    [Test]
    public void What_is_protected_weighs_more_than_how_much_it_is()
    {
        var edits = Enumerable.Range(1, 9).Select(i => Edit($"src/{i}.c")).Append(Edit("tests/t.sh")).ToList();

        Assert.That(Rules.Check(edits)?.Code, Is.EqualTo(Refusal.ProtectedPath));
    }

    [Test]
    public void Kinds_of_entries_decide()
    {
        var edit = Edit("src/a.c");

        Assert.That(Rules.Check([edit with { NewMode = EntryMode.Link }])?.Code, Is.EqualTo(Refusal.Symlink));
        Assert.That(Rules.Check([edit with { OldMode = EntryMode.Link, NewMode = EntryMode.None }]), Is.Null, "a link may go");
        Assert.That(Rules.Check([edit with { NewMode = EntryMode.Submodule }])?.Code, Is.EqualTo(Refusal.Submodule));
        Assert.That(Rules.Check([edit with { OldMode = EntryMode.Submodule, NewMode = EntryMode.None }])?.Code, Is.EqualTo(Refusal.Submodule));
        Assert.That(Rules.Check([edit with { IsBinary = true }])?.Code, Is.EqualTo(Refusal.Binary));
        Assert.That(Rules.Check([edit with { NewBytes = PatchRules.LargestFileBytes }]), Is.Null);
        Assert.That(Rules.Check([edit with { NewBytes = PatchRules.LargestFileBytes + 1 }])?.Code, Is.EqualTo(Refusal.Huge));
        Assert.That(Rules.Check([edit with { NewMode = EntryMode.Executable }]), Is.Null, "counts as a change, no more");
    }

    [Test]
    public void Without_allowed_paths_all_that_is_not_protected_is_allowed() =>
        Assert.That(new PatchRules(new PatchConfig()).Check([Edit("anything/at.all")]), Is.Null);

    [Test]
    public void Reasons_name_a_few_paths_and_count_the_rest()
    {
        var refusal = Refusal.Of("x", "Bad", [.. Enumerable.Range(1, 7).Select(i => $"p{i}\u202E")]);

        Assert.That(refusal.Reason, Is.EqualTo("Bad: p1, p2, p3, p4, p5 and 2 more."));
    }

    private static TreeChange Edit(string path) => new(path, EntryMode.File, EntryMode.File, new string('1', 40), 10, false);
}
