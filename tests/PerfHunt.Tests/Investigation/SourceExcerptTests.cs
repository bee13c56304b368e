using PerfHunt.Investigation;

namespace PerfHunt.Tests.Investigation;

public sealed class SourceExcerptTests
{
    private const string Text = "#include <a.h>\n\n/* Finds it. */\nint find(int a)\n{\n    if (a) {\n        return 1;\n    }\n    return 0;\n}\n\nint other;\n";

    [TestCase(4)]
    [TestCase(5)]
    public void A_function_goes_from_its_comment_to_its_closing_brace(int line)
    {
        var excerpt = SourceExcerpt.Cut("src/a.c", Text, line)!;

        Assert.That((excerpt.File, excerpt.Line), Is.EqualTo(("src/a.c", 3)));
        Assert.That(excerpt.Text, Does.StartWith("/* Finds it. */").And.EndWith("return 0;\n}"));
    }

    [TestCase(0)]
    [TestCase(99)]
    public void A_line_outside_of_the_file_has_no_source(int line) => Assert.That(SourceExcerpt.Cut("a", Text, line), Is.Null);

    [Test]
    public void Around_a_line_are_its_neighbours()
    {
        var excerpt = SourceExcerpt.Around("a", string.Join('\n', Enumerable.Range(1, 100)), 50)!;

        Assert.That((excerpt.Line, excerpt.Text.Split('\n')[0], excerpt.Text.Split('\n')[^1]), Is.EqualTo((35, "35", "65")));
        Assert.That(SourceExcerpt.Around("a", "1\n2", 3), Is.Null);
    }

    [Test]
    public void A_function_without_an_end_is_cut() =>
        Assert.That(SourceExcerpt.Cut("a", "f {\n" + new string('\n', 1000), 1)!.Text.Split('\n'), Has.Length.LessThan(200));
}
