using PerfHunt.Investigation;

namespace PerfHunt.Tests.Investigation;

public sealed class PreparedPatchReaderTests
{
    private const string Text = """
        Hotspot: a::b::Lexer::next
        Title: slice instead of copying
        Depends-on: 01-first.patch
        Depends-on: 02-second.patch

        Two lines
        of reason.

        diff --git a/x.rs b/x.rs
        --- a/x.rs
        +++ b/x.rs
        @@ -1 +1 @@
        -a
        +b

        """;

    [Test]
    public void Headers_text_and_diff_are_told_apart()
    {
        var patch = PreparedPatchReader.Read("03-slice.patch", Text).Value!;

        Assert.Multiple(() =>
        {
            Assert.That(patch.Hotspot, Is.EqualTo("a::b::Lexer::next"));
            Assert.That(patch.Title, Is.EqualTo("slice instead of copying"));
            Assert.That(patch.DependsOn, Is.EqualTo(new[] { "01-first.patch", "02-second.patch" }));
            Assert.That(patch.Explanation, Is.EqualTo("Two lines\nof reason."));
            Assert.That(patch.Diff, Does.StartWith("diff --git a/x.rs").And.EndsWith("+b\n"));
        });
    }

    [TestCase("Hotspot: a\nTitle: t\n\nno diff", "diff --git")]
    [TestCase("Title: t\n\ndiff --git a/x b/x\n", "Hotspot")]
    [TestCase("Hotspot: a\n\ndiff --git a/x b/x\n", "Title")]
    [TestCase("Hotspot: a\nHotspot: b\nTitle: t\n\ndiff --git a/x b/x\n", "exactly one header 'Hotspot")]
    [TestCase("nonsense\n\ndiff --git a/x b/x\n", "Key: value")]
    [TestCase("", "diff --git")]
    public void A_wrong_patch_is_a_located_error(string text, string expected)
    {
        var parsed = PreparedPatchReader.Read("bad.patch", text);

        Assert.That(parsed.Error?.ToString(), Does.StartWith("bad.patch").And.Contain(expected));
    }
}
