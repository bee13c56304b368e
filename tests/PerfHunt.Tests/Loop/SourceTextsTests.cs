using PerfHunt.Loop;

namespace PerfHunt.Tests.Loop;

public sealed class SourceTextsTests
{
    [Test]
    public void A_source_is_read_where_it_lies_and_not_where_it_was_built()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.c"), "one\ntwo\n");
        var texts = new SourceTexts(("/built/here", folder.Path));

        Assert.That((texts.Relative("/built/here/a.c"), texts.Line("/built/here/a.c", 2), texts.Line("a.c", 1)), Is.EqualTo(("a.c", "two", "one")));
        Assert.That((texts.Line("/built/here/a.c", 9), texts.Line("/built/here/b.c", 1), texts.Line("/built/here/../a.c", 1)), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
    }

    [Test]
    public void A_link_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("a.c"), "/etc/passwd");

        Assert.That(new SourceTexts(("/built", folder.Path)).Line("/built/a.c", 1), Is.Null);
    }

    [Test]
    public void Sources_of_the_Rust_library_are_named_without_the_compilers_revision() =>
        Assert.That(new SourceTexts().Relative("/rustc/0123abcd/library/core/src/ptr/mod.rs"), Is.EqualTo("library/core/src/ptr/mod.rs"));
}
