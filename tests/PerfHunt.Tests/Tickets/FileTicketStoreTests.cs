using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

public sealed class FileTicketStoreTests
{
    private static readonly NewTicket Ticket = new("perf-hunt: a::<T>::b at 8.31% samples")
    {
        Id = "mrx-wdqv", Description = "Hotspot: a::<T>::b\nSamples: 8.31% across workloads", Design = "Cache it.", Acceptance = "Faster.",
        Assignee = "Ada Lovelace", ExternalRef = "perf-hunt:h1:3", Tags = ["perf", "hunt"], Type = "chore", Priority = 1,
    };

    [Test]
    public void The_files_are_byte_for_byte_those_of_tk()
    {
        using var folder = new TemporaryFolder();
        var clock = new SettableClock("2026-11-25T02:48:18Z");
        var store = Open(folder, clock);

        Assert.That(store.Create(Ticket), Is.EqualTo("mrx-wdqv"));
        Assert.That(store.Create(new NewTicket("Bare") { Id = "mrx-pdpc" }), Is.EqualTo("mrx-pdpc"));
        Assert.That(store.AddNote("mrx-wdqv", "Callers: x, y"));
        clock.Utc = "2026-11-25T02:48:19Z";
        Assert.That(store.AddNote("mrx-wdqv", "Two\nlines"));
        Assert.That(store.SetStatus("mrx-wdqv", TicketStatus.InProgress));
        Assert.That(store.SetStatus("mrx-pdpc", TicketStatus.Closed));
        Assert.That(store.AddNote("mrx-pdpc", "Ω"));

        foreach (var id in new[] { "mrx-wdqv", "mrx-pdpc" })
        {
            var golden = Path.Combine(AppContext.BaseDirectory, "Tickets", "Golden", $"{id}.md");
            Assert.That(File.ReadAllText(folder.File($"{id}.md")), Is.EqualTo(File.ReadAllText(golden)));
        }
    }

    [Test]
    public void Opening_a_ticket_again_after_a_crash_finds_the_first_one()
    {
        using var folder = new TemporaryFolder();
        var store = Open(folder);
        var first = store.Create(Ticket with { Id = null });

        Assert.That(first, Does.Match("^mrx-[a-z0-9]{4}$"));
        Assert.That(store.Create(Ticket with { Id = null, Title = "Other" }), Is.EqualTo(first));
        Assert.That(store.Create(new NewTicket("Other") { Id = first }), Is.EqualTo(first));
        Assert.That(store.FindByReference("perf-hunt:h1:3"), Is.EqualTo(first));
        Assert.That(store.FindByReference("perf-hunt:h1"), Is.Null);
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void Tickets_without_a_reference_are_not_taken_for_each_other()
    {
        using var folder = new TemporaryFolder();
        var store = Open(folder);

        Assert.That(store.Create(new NewTicket("One")), Is.Not.EqualTo(store.Create(new NewTicket("Two"))));
    }

    [Test]
    public void A_note_that_is_there_is_not_added_again()
    {
        using var folder = new TemporaryFolder();
        var store = Open(folder);
        var id = store.Create(Ticket);

        Assert.That(store.AddNoteOnce(id, "Fix: status:\nstatus: cached\n"));
        Assert.That(store.AddNoteOnce(id, "pre-commit: pass"));
        var before = File.ReadAllText(folder.File($"{id}.md"));
        Assert.That(store.AddNoteOnce(id, "Fix: status:\nstatus: cached\n"));

        Assert.That(File.ReadAllText(folder.File($"{id}.md")), Is.EqualTo(before));
        Assert.That(store.AddNote(id, "pre-commit: pass"));
        Assert.That(File.ReadAllText(folder.File($"{id}.md")), Has.Length.GreaterThan(before.Length));
    }

    [TestCase("mrx-none")]
    [TestCase("../secret")]
    [TestCase("mrx")]
    [TestCase("")]
    public void What_is_no_ticket_is_left_alone(string id)
    {
        using var folder = new TemporaryFolder();
        var store = new FileTicketStore(folder.File("tickets"), "mrx", new SettableClock("2026-01-02T03:04:05Z"), new Random(1));
        store.Create(Ticket);
        File.WriteAllText(folder.File("secret.md"), "x");

        Assert.That((store.Exists(id), store.AddNote(id, "x"), store.AddNoteOnce(id, "x"), store.SetStatus(id, TicketStatus.Closed)), Is.EqualTo((false, false, false, false)));
        Assert.That(File.ReadAllText(folder.File("secret.md")), Is.EqualTo("x"));
        Assert.That(Directory.GetFiles(folder.File("tickets")), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_ticket_that_a_person_edited_keeps_every_other_byte()
    {
        using var folder = new TemporaryFolder();
        var store = Open(folder);
        byte[] before = [.. "---\r\nid: mrx-hand\r\nstatus: open\r\nmood: "u8, 0xff, .. "\r\n---\r\n# T\r\n"u8];
        byte[] after = [.. "---\r\nid: mrx-hand\r\nstatus: closed\r\nmood: "u8, 0xff, .. "\r\n---\r\n# T\r\n"u8];
        File.WriteAllBytes(folder.File("mrx-hand.md"), before);

        store.SetStatus("mrx-hand", TicketStatus.Closed);

        Assert.That(File.ReadAllBytes(folder.File("mrx-hand.md")), Is.EqualTo(after));
    }

    private static FileTicketStore Open(TemporaryFolder folder, SettableClock? clock = null) =>
        new(folder.Path, "mrx", clock ?? new SettableClock("2026-01-02T03:04:05Z"), new Random(1));
}
