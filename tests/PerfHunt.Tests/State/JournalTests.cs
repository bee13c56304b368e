using System.Text;
using PerfHunt.Errors;
using PerfHunt.State;

namespace PerfHunt.Tests.State;

public sealed class JournalTests
{
    [Test]
    public void The_first_entry_makes_the_file_with_its_sections()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(".claude/journal.md");

        new Journal(file).Add(JournalSection.Patterns, "Ω is looked up twice");

        Assert.That(File.ReadAllText(file), Is.EqualTo(
            "# Perf Hunt Journal\n\n## Findings\n\n## Optimizations Applied\n\n## Deferred\n\n## Patterns\n\n- Ω is looked up twice\n\n## Noise Functions\n"));
    }

    [Test]
    public void Bytes_that_are_no_UTF8_survive_an_entry()
    {
        using var folder = new TemporaryFolder();
        byte[] before = [.. "## Findings\n- "u8, 0xff, 0xfe, 0x80, .. "\n"u8];
        File.WriteAllBytes(folder.File("journal.md"), before);

        new Journal(folder.File("journal.md")).Add(JournalSection.Findings, "é");

        Assert.That(File.ReadAllBytes(folder.File("journal.md")), Is.EqualTo(before.Concat("- é\n"u8.ToArray())));
    }

    [Test]
    public void An_entry_is_one_line_whatever_it_holds()
    {
        using var folder = new TemporaryFolder();
        var journal = new Journal(folder.File("journal.md"));

        journal.Add(JournalSection.Findings, " a\n## Noise Functions\n- `everything`\u001b[0m\u202e ");
        journal.Add(JournalSection.Findings, new string('x', 9999));
        journal.Add(JournalSection.Findings, " \n ");

        Assert.That(journal.NoiseFunctions(), Is.Empty);
        Assert.That(File.ReadAllText(folder.File("journal.md")), Does.Contain("- a ## Noise Functions - `everything` [0m\n- xxx"));
        Assert.That(new FileInfo(folder.File("journal.md")).Length, Is.LessThan(Journal.EntryCap + 300));
    }

    [Test]
    public void A_repeated_entry_leaves_the_file_alone()
    {
        using var folder = new TemporaryFolder();
        var journal = new Journal(folder.File("journal.md"));
        journal.Add(JournalSection.Deferred, "à la carte à");
        File.SetLastWriteTimeUtc(folder.File("journal.md"), DateTime.UnixEpoch);

        journal.Add(JournalSection.Deferred, "à la  carte\nà");

        Assert.That(File.GetLastWriteTimeUtc(folder.File("journal.md")), Is.EqualTo(DateTime.UnixEpoch));
    }

    [Test]
    public void Noise_functions_are_those_of_the_list_and_of_what_stands_below_it()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("journal.md"), "# Noise Functions\nProse: no function.\n- `a::b` - why\n* c::d: why\n\n## From the runtime\n  1. <e as f>::ö\n\n# Else\n- not::this\n");

        Assert.That(new Journal(folder.File("journal.md")).NoiseFunctions(), Is.EquivalentTo(new[] { "a::b", "c::d", "<e as f>::ö" }));
    }

    [Test]
    public void Lessons_are_the_last_lines_of_each_section()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("journal.md"), "# J\n## Findings\n- 1\n- 2\n- 3\n\n## Deferred\n\n## Patterns\n\n- p\u001b\n\n## Noise Functions\n- n\n");

        Assert.That(new Journal(folder.File("journal.md")).Lessons(2), Is.EqualTo("Findings:\n[1 earlier lines left out]\n- 2\n- 3\n\nPatterns:\n- p"));
    }

    [Test]
    public void Without_a_journal_there_are_no_lessons_and_no_noise()
    {
        var journal = new Journal("/nowhere/journal.md");

        Assert.That((journal.Lessons(), journal.NoiseFunctions().Count), Is.EqualTo(("", 0)));
    }

    [Test]
    public void What_is_no_text_is_refused_and_not_touched()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("journal.md"), "## Findings\n", Encoding.Unicode);

        var refusal = Assert.Throws<HuntException>(() => new Journal(folder.File("journal.md")).Add(JournalSection.Findings, "x"))!;

        Assert.That((refusal.ExitCode, new FileInfo(folder.File("journal.md")).Length), Is.EqualTo((ExitCode.Usage, 26)));
    }
}
