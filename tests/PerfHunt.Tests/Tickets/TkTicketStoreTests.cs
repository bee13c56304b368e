using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

public sealed class TkTicketStoreTests
{
    private static readonly ImmutableSortedDictionary<string, string> Variables = ImmutableSortedDictionary<string, string>.Empty.Add("PATH", "/bin");

    [Test]
    public void Texts_reach_tk_as_arguments_of_their_own()
    {
        using var folder = new TemporaryFolder();
        var tk = new FakeTk(folder.Path);

        var id = Store(folder, tk).Create(new NewTicket("--x $(touch y) | z") { Description = "status: open\n'quoted'", ExternalRef = "r:1", Tags = ["a", "b,c"] });

        Assert.That(tk.Commands.Single().Arguments, Is.EqualTo(new[]
        {
            "create", "x $(touch y) z", "--description", " status: open\n'quoted'", "--type", "task", "--priority", "2", "--external-ref", "r:1", "--tags", "a,bc",
        }));
        Assert.That(tk.Commands.Single().WorkingDirectory, Is.EqualTo("/repository"));
        Assert.That(tk.Commands.Single().Environment, Is.EqualTo(Variables.Add("TICKETS_DIR", folder.Path)));
        Assert.That(File.Exists(folder.File($"{id}.md")));
    }

    [Test]
    public void A_ticket_that_was_opened_before_a_crash_is_found_by_its_reference()
    {
        using var folder = new TemporaryFolder();
        var tk = new FakeTk(folder.Path);
        var store = Store(folder, tk);

        var first = store.Create(new NewTicket("One") { ExternalRef = "r:1" });

        Assert.That(store.Create(new NewTicket("One") { ExternalRef = "r:1" }), Is.EqualTo(first));
        Assert.That(tk.Commands, Has.Count.EqualTo(1));
        Assert.That(store.NewId(), Is.Null);
    }

    [Test]
    public void Notes_and_status_go_through_tk()
    {
        using var folder = new TemporaryFolder();
        var tk = new FakeTk(folder.Path);
        var store = Store(folder, tk);
        var id = store.Create(new NewTicket("One"));

        Assert.That((store.AddNoteOnce(id, "a note"), store.AddNoteOnce(id, "a note"), store.SetStatus(id, TicketStatus.Closed)), Is.EqualTo((true, true, true)));
        Assert.That(tk.Commands.Skip(1).Select(command => string.Join(' ', command.Arguments)), Is.EqualTo(new[] { $"add-note {id} a note", $"status {id} closed" }));
    }

    [Test]
    public void A_part_of_an_id_never_reaches_tk()
    {
        using var folder = new TemporaryFolder();
        var tk = new FakeTk(folder.Path);
        var store = Store(folder, tk);
        var id = store.Create(new NewTicket("One"));

        Assert.That((store.AddNote(id[..^1], "x"), store.SetStatus(id[..^1], TicketStatus.Closed), store.Exists(id[..^1])), Is.EqualTo((false, false, false)));
        Assert.That(tk.Commands, Has.Count.EqualTo(1));
    }

    [Test]
    public void An_answer_that_is_no_ticket_is_an_error_with_a_remedy()
    {
        using var folder = new TemporaryFolder();
        var store = Store(folder, new FakeTk(folder.Path) { CreateAnswer = "Created!\n" });

        Assert.That(Assert.Throws<CommandFailedException>(() => store.Create(new NewTicket("One")))!.Remedy, Does.Contain("update tk"));
    }

    [Test]
    public void Another_program_of_that_name_is_not_used()
    {
        using var folder = new TemporaryFolder();
        var store = TicketStore.Open(folder.Path, new TicketConfig(), Variables, new FakeTk(folder.Path) { Help = "tk: a toolkit" }, TimeProvider.System, new Random(1));

        Assert.That(store, Is.InstanceOf<FileTicketStore>());
    }

    [Test]
    public void Without_tk_the_built_in_store_is_used_and_nothing_is_written_before_the_first_ticket()
    {
        using var folder = new TemporaryFolder();
        var store = TicketStore.Open(folder.Path, new TicketConfig(), Variables, new FakeTk(folder.Path) { IsMissing = true }, TimeProvider.System, new Random(1));

        Assert.That(store, Is.InstanceOf<FileTicketStore>());
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.Empty);
        Assert.That(File.Exists(folder.File($".tickets/{store.Create(new NewTicket("One"))}.md")));
    }

    [Test]
    public void With_tk_it_is_used() =>
        Assert.That(TicketStore.Open("/repository", new TicketConfig(), Variables, new FakeTk("/nowhere"), TimeProvider.System, new Random(1)), Is.InstanceOf<TkTicketStore>());

    [Test]
    public void The_files_are_written_without_tk_where_the_configuration_says_so()
    {
        using var folder = new TemporaryFolder();
        var config = new TicketConfig { Store = TicketConfig.FilesStore, Folder = "notes/tickets" };
        var store = TicketStore.Open(folder.Path, config, Variables, new FakeTk("/nowhere"), TimeProvider.System, new Random(1));

        Assert.That(store, Is.InstanceOf<FileTicketStore>());
        Assert.That(store.Folder, Is.EqualTo(folder.File("notes/tickets")));
    }

    [Test]
    public void The_variable_comes_before_the_configured_folder() => Assert.That(
        TicketStore.Open("/repository", new TicketConfig { Folder = "x" }, Variables.Add("TICKETS_DIR", "/t"), new FakeTk("/nowhere"), TimeProvider.System, new Random(1)).Folder,
        Is.EqualTo("/t"));

    [Test]
    public void A_tk_that_must_be_there_and_is_not_is_told() => Assert.That(
        () => TicketStore.Open("/repository", new TicketConfig { Store = TicketConfig.TkStore }, Variables, new FakeTk("/nowhere") { IsMissing = true }, TimeProvider.System, new Random(1)),
        Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.Precondition).And.Message.Contains("tickets.store"));

    private static TkTicketStore Store(TemporaryFolder folder, FakeTk tk) => new("/repository", folder.Path, Variables, tk);
}
