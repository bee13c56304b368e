using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Tickets;

/// <summary>
/// Tickets through the <c>tk</c> command, so that its plugins and conventions apply. tk chooses ids itself; a ticket whose opening was not
/// recorded before a crash is found again by its external reference. tk also takes a part of an id for the whole one, therefore
/// every id is looked up exactly before tk is given it.
/// </summary>
/// <param name="repositoryRoot">The folder in which tk is called; ids begin with letters of its name.</param>
/// <param name="folder">The folder with the tickets.</param>
/// <param name="environment">The environment of tk, to which the folder is added.</param>
/// <param name="processes">Runs tk.</param>
public sealed class TkTicketStore(
    string repositoryRoot, string folder, ImmutableSortedDictionary<string, string> environment, IProcessRunner processes) : ITicketStore
{
    /// <summary>The command.</summary>
    public const string Executable = "tk";

    // tk works in well under a second; what takes this long waits for something.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly TicketFolder _tickets = new(folder);

    /// <inheritdoc/>
    public string Folder => _tickets.Path;

    /// <summary>True when the <c>tk</c> on PATH is the one that this store speaks to; false when there is none or it is some other program.</summary>
    public static bool IsInstalled(IProcessRunner processes, ImmutableSortedDictionary<string, string> environment)
    {
        try
        {
            var help = processes.Run(Command.Of(Executable, "help") with { Environment = environment, TimeLimit = TimeLimit });
            return help.Succeeded && help.StandardOutput.Contains("add-note", StringComparison.Ordinal)
                && help.StandardOutput.Contains("--external-ref", StringComparison.Ordinal);
        }
        catch (ExecutableNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public string? NewId() => null;

    /// <inheritdoc/>
    public string Create(NewTicket ticket)
    {
        if ((ticket.Id is { } recorded && Exists(recorded) ? recorded : FindByReference(ticket.ExternalRef)) is { } known)
        {
            return known;
        }

        var outcome = Run(["create", TicketText.Title(ticket.Title), .. Options(ticket)]);
        var id = outcome.StandardOutput.Trim().Split('\n')[^1].Trim();
        return Exists(id)
            ? id
            : throw new CommandFailedException(outcome, ExitCode.Precondition, $"`tk create` should print the id of a ticket in {Folder}; update tk, or take it off PATH.");
    }

    /// <inheritdoc/>
    public bool Exists(string id) => _tickets.Exists(id);

    /// <inheritdoc/>
    public string? FindByReference(string externalRef) => _tickets.FindByReference(externalRef);

    /// <inheritdoc/>
    public bool AddNote(string id, string text) => Exists(id) && Run(["add-note", id, TicketText.Body(text)]).Succeeded;

    /// <inheritdoc/>
    public bool AddNoteOnce(string id, string text) =>
        Exists(id) && (_tickets.HasNote(id, TicketText.Body(text)) || AddNote(id, text));

    /// <inheritdoc/>
    public bool SetStatus(string id, TicketStatus status) => Exists(id) && Run(["status", id, TicketFile.Word(status)]).Succeeded;

    private static IEnumerable<string> Options(NewTicket ticket)
    {
        (string Option, string Value)[] options =
        [
            ("--description", TicketText.Body(ticket.Description)),
            ("--design", TicketText.Body(ticket.Design)),
            ("--acceptance", TicketText.Body(ticket.Acceptance)),
            ("--type", TicketText.Field(ticket.Type)),
            ("--priority", ticket.Priority.ToString(CultureInfo.InvariantCulture)),
            ("--assignee", TicketText.Field(ticket.Assignee)),
            ("--external-ref", TicketText.Field(ticket.ExternalRef)),
            ("--parent", TicketText.Field(ticket.Parent)),
            ("--tags", string.Join(',', ticket.Tags.Select(TicketText.Tag))),
        ];
        return options.Where(option => option.Value.Length > 0).SelectMany(option => new[] { option.Option, option.Value });
    }

    private ProcessOutcome Run(ImmutableArray<string> arguments)
    {
        var outcome = processes.Run(new Command(Executable, arguments)
        {
            WorkingDirectory = repositoryRoot,
            Environment = environment.SetItem(TicketFolder.Variable, Folder),
            TimeLimit = TimeLimit,
        });
        return outcome.Succeeded
            ? outcome
            : throw new CommandFailedException(outcome, ExitCode.Precondition, "Mend what tk says, or take tk off PATH: then the built-in store writes the same files.");
    }
}
