using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Files;
using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

public sealed class TicketFileTests
{
    private static readonly DateTimeOffset Created = new(2026, 1, 2, 4, 4, 5, TimeSpan.FromHours(1));

    [Test]
    public void Only_fields_and_parts_that_are_set_are_written() =>
        Assert.That(TicketFile.Render(new NewTicket("Bare"), "vol-t6xm", Created), Is.EqualTo(
            "---\nid: vol-t6xm\nstatus: open\ndeps: []\nlinks: []\ncreated: 2026-01-02T03:04:05Z\ntype: task\npriority: 2\n---\n# Bare\n\n"));

    [TestCase("---\nid: a\nstatus: open\n---\nstatus: open\n", "---\nid: a\nstatus: closed\n---\nstatus: open\n")]
    [TestCase("---\r\nstatus: open\r\n---\r\n", "---\r\nstatus: closed\r\n---\r\n")]
    [TestCase("---\nstatus:\n---\n", "---\nstatus: closed\n---\n")]
    [TestCase("---\nid: a\n---\nbody", "---\nstatus: closed\nid: a\n---\nbody")]
    [TestCase("---\n---", "---\nstatus: closed\n---")]
    [TestCase("no front matter\nstatus: open\n", "no front matter\nstatus: open\n")]
    [TestCase("---\nstatus: open\nnever closed\n", "---\nstatus: open\nnever closed\n")]
    public void The_status_changes_in_the_front_matter_and_nowhere_else(string before, string after) =>
        Assert.That(TicketFile.WithStatus(before, TicketStatus.Closed), Is.EqualTo(after));

    [Test]
    public void The_heading_for_notes_is_written_once()
    {
        var once = TicketFile.WithNote("---\n---\n# T\n\n", Created, "one");

        Assert.That(TicketFile.WithNote(once, Created, "two\nlines"), Is.EqualTo(
            "---\n---\n# T\n\n\n## Notes\n\n**2026-01-02T03:04:05Z**\n\none\n\n**2026-01-02T03:04:05Z**\n\ntwo\nlines\n"));
    }

    [TestCase("external-ref", "perf:1")]
    [TestCase("id", "a")]
    [TestCase("title", null)]
    [TestCase("late", null)]
    public void A_field_is_read_from_the_front_matter(string key, string? value) =>
        Assert.That(TicketFile.Field("---\nid: a\nexternal-ref:   perf:1  \r\n---\nlate: x\n", key), Is.EqualTo(value));

    [Test]
    public void Notes_are_read_back_as_they_were_added() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), texts =>
        {
            var notes = texts.Select(text => TicketText.Body(text.Get)).ToList();
            var file = notes.Aggregate(TicketFile.Render(new NewTicket("T"), "a-1", Created), (raw, note) => TicketFile.WithNote(raw, Created, note));
            return TicketFile.Notes(file).SequenceEqual(notes);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void No_text_can_forge_a_field_or_a_status() =>
        Prop.ForAll(HostileTexts().ToArbitrary(), text =>
        {
            var ticket = new NewTicket(text) { Description = text, Design = text, Acceptance = text, Assignee = text, ExternalRef = "x" + text, Tags = [text, "b"] };
            var file = TicketFile.WithNote(TicketFile.Render(ticket, "a-1", Created), Created, TicketText.Body(text));
            var lines = RawText.Decode(file).Split('\n');
            return lines.Count(line => line == "---") == 2
                && lines.Count(line => line.StartsWith("status:", StringComparison.Ordinal)) == 1
                && lines.Count(line => line.StartsWith("## Notes", StringComparison.Ordinal)) == 1
                && TicketFile.Field(file, "id") == "a-1"
                && TicketFile.Field(TicketFile.WithStatus(file, TicketStatus.Closed), "status") == "closed";
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Times_are_the_same_whatever_the_culture()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        Assert.That(TicketFile.Time(Created), Is.EqualTo("2026-01-02T03:04:05Z"));
    }

    private static Gen<string> HostileTexts() =>
        Gen.Elements("status: closed", "---", "\n", "\r\n", "## Notes", "id: evil", "|", "\u2028", "\u0085", "\u001b", " ", "x", "# T", "**2026-01-02T03:04:05Z**", "[,]", "Ω")
            .ListOf()
            .Select(string.Concat);
}
