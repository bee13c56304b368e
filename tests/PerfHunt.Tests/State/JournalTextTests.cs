using FsCheck;
using FsCheck.Fluent;
using PerfHunt.State;

namespace PerfHunt.Tests.State;

public sealed class JournalTextTests
{
    private static readonly string[] TrickyLines =
    [
        "# Findings", "## Findings", "### Optimizations Applied", "## deferred:", "##   **Patterns**  ##", "## Noise Functions", "# Else", "#### Deep",
        "Noise Functions", "---", "===", "```", "```rust", "~~~", "    ```", "- item", "  continued", "* other", "1. one", "text", "", "  ", "> quote",
        "| a | b |", "\u00c3\u00a0", "#hash", "- \u00c3\u0085",
    ];

    [TestCase("## Findings\n\n- old\n", "## Findings\n\n- old\n- new\n")]
    [TestCase("## Findings\n\n- old", "## Findings\n\n- old\n- new\n")]
    [TestCase("## Findings\r\n\r\n- old\r\n", "## Findings\r\n\r\n- old\r\n- new\r\n")]
    [TestCase("## Findings\n\n- old\n  goes on\n\n## Else\n", "## Findings\n\n- old\n  goes on\n- new\n\n## Else\n")]
    [TestCase("## Findings\n", "## Findings\n\n- new\n")]
    [TestCase("## Findings", "## Findings\n\n- new\n")]
    [TestCase("## Findings\n\n## Else\n", "## Findings\n\n- new\n\n## Else\n")]
    [TestCase("## Findings\n## Else\n", "## Findings\n\n- new\n\n## Else\n")]
    [TestCase("## Findings\nProse.\n## Else\n", "## Findings\nProse.\n\n- new\n\n## Else\n")]
    [TestCase("# Findings\n- a\n### Older\n- b\n", "# Findings\n- a\n- new\n\n### Older\n- b\n")]
    [TestCase("## Findings\n- a\n\n---\n\n## Else\n", "## Findings\n- a\n- new\n\n---\n\n## Else\n")]
    [TestCase("Findings\n--------\n- a\n", "Findings\n--------\n- a\n- new\n")]
    [TestCase("## Findings\n```\n## Else\n```\n", "## Findings\n```\n## Else\n```\n\n- new\n")]
    [TestCase("\u00EF\u00BB\u00BF## Findings\n- a\n", "\u00EF\u00BB\u00BF## Findings\n- a\n- new\n")]
    [TestCase("## FINDINGS: ##\n- a\n", "## FINDINGS: ##\n- a\n- new\n")]
    public void An_item_goes_to_the_end_of_its_sections_list(string before, string after) =>
        Assert.That(new JournalText(before).Add(JournalSection.Findings, "new"), Is.EqualTo(after));

    [TestCase("", "## Deferred\n\n- new\n")]
    [TestCase("Just notes", "Just notes\n\n## Deferred\n\n- new\n")]
    [TestCase("# Findings\n- a\n\n# Patterns\n- b\n", "# Findings\n- a\n\n# Deferred\n\n- new\n\n# Patterns\n- b\n")]
    [TestCase("## Noise Functions\n- a\n", "## Deferred\n\n- new\n\n## Noise Functions\n- a\n")]
    [TestCase("Title\n## Noise Functions\n- a\n", "Title\n\n## Deferred\n\n- new\n\n## Noise Functions\n- a\n")]
    [TestCase("## Findings\n- a\n## Else\n- b\n", "## Findings\n- a\n\n## Deferred\n\n- new\n\n## Else\n- b\n")]
    [TestCase("## Findings\n\n## Optimizations Applied\n\n- a\n\n\n", "## Findings\n\n## Optimizations Applied\n\n- a\n\n## Deferred\n\n- new\n\n\n")]
    [TestCase("```\n## Deferred\n```\n", "```\n## Deferred\n```\n\n## Deferred\n\n- new\n")]
    [TestCase("## Patterns\r\n- b\r\n", "## Deferred\r\n\r\n- new\r\n\r\n## Patterns\r\n- b\r\n")]
    public void A_section_that_is_missing_is_made_in_its_place(string before, string after) =>
        Assert.That(new JournalText(before).Add(JournalSection.Deferred, "new"), Is.EqualTo(after));

    [TestCase("## Findings\n- new\n")]
    [TestCase("## Findings\n* new  \r\n")]
    [TestCase("## Findings\n1. new")]
    [TestCase("## Findings\n\n### Older\n\n- new\n")]
    [TestCase("## Findings\n- other\n## Else\n## Findings\n- new\n")]
    public void An_item_that_is_there_is_not_put_in_again(string before) =>
        Assert.That(new JournalText(before).Add(JournalSection.Findings, "new"), Is.EqualTo(before));

    [Test]
    public void The_same_item_may_stand_in_two_sections() =>
        Assert.That(new JournalText("## Findings\n- new\n").Add(JournalSection.Patterns, "new"), Is.EqualTo("## Findings\n- new\n\n## Patterns\n\n- new\n"));

    [Test]
    public void A_new_journal_has_the_five_sections_in_order() =>
        Assert.That(MarkdownOutline.Read(JournalText.Empty).Select(heading => heading.Title), Is.EqualTo(
            new[] { "Perf Hunt Journal", "Findings", "Optimizations Applied", "Deferred", "Patterns", "Noise Functions" }));

    [Test]
    public void Whatever_the_file_looks_like_every_other_byte_stays_and_the_item_is_found_again() =>
        Prop.ForAll(Documents().ToArbitrary(), Gen.Elements(Enum.GetValues<JournalSection>()).ToArbitrary(), (before, section) =>
        {
            var after = new JournalText(before).Add(section, "new \u00c3\u00a0");
            var prefix = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
            var suffix = before.Reverse().Zip(after.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
            var headings = MarkdownOutline.Read(before).Select(heading => heading.Title).ToList();
            var added = MarkdownOutline.Read(after).Select(heading => heading.Title).ToList();

            return (prefix + suffix >= before.Length).Label("other bytes")
                .And((new JournalText(after).Lines(section).Count(line => line.Item == "new \u00c3\u00a0") == 1).Label("found once"))
                .And((new JournalText(after).Add(section, "new \u00c3\u00a0") == after).Label("idempotent"))
                .And((added.Count - headings.Count is 0 or 1 && headings.All(added.Contains)).Label("headings"))
                .Label($"{before}\n=>\n{after}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Gen<string> Documents() =>
        from lines in Gen.Elements(TrickyLines).ListOf()
        from end in Gen.Elements("\n", "\r\n")
        from final in Gen.Elements("", end)
        select string.Join(end, lines) + final;
}
