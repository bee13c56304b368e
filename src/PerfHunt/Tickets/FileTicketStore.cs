using PerfHunt.Files;

namespace PerfHunt.Tickets;

/// <summary>Writes the files that tk would write, where tk is not installed: a later tk reads them.</summary>
/// <param name="folder">The folder with the tickets; made by the first one.</param>
/// <param name="prefix">What ids begin with, see <see cref="TicketId.Prefix"/>.</param>
/// <param name="clock">Gives the times in the tickets.</param>
/// <param name="random">Chooses ids.</param>
public sealed class FileTicketStore(string folder, string prefix, TimeProvider clock, Random random) : ITicketStore
{
    private readonly TicketFolder _tickets = new(folder);

    /// <inheritdoc/>
    public string Folder => _tickets.Path;

    /// <inheritdoc/>
    public string NewId() => TicketId.New(prefix, random, id => File.Exists(_tickets.FileOf(id)));

    /// <inheritdoc/>
    public string Create(NewTicket ticket)
    {
        var known = ticket.Id is { } chosen && _tickets.Exists(chosen) ? chosen : _tickets.FindByReference(ticket.ExternalRef);
        if (known is not null)
        {
            return known;
        }

        var id = ticket.Id is { } free && TicketId.IsValid(free) ? free : NewId();
        RawText.Write(_tickets.FileOf(id), TicketFile.Render(ticket, id, clock.GetUtcNow()));
        return id;
    }

    /// <inheritdoc/>
    public bool Exists(string id) => _tickets.Exists(id);

    /// <inheritdoc/>
    public string? FindByReference(string externalRef) => _tickets.FindByReference(externalRef);

    /// <inheritdoc/>
    public bool AddNote(string id, string text) =>
        Change(id, raw => TicketFile.WithNote(raw, clock.GetUtcNow(), TicketText.Body(text)));

    /// <inheritdoc/>
    public bool AddNoteOnce(string id, string text) =>
        Exists(id) && (_tickets.HasNote(id, TicketText.Body(text)) || AddNote(id, text));

    /// <inheritdoc/>
    public bool SetStatus(string id, TicketStatus status) => Change(id, raw => TicketFile.WithStatus(raw, status));

    private bool Change(string id, Func<string, string> change)
    {
        if (!Exists(id))
        {
            return false;
        }

        var before = RawText.Read(_tickets.FileOf(id));
        var after = change(before);
        if (after != before)
        {
            RawText.Write(_tickets.FileOf(id), after);
        }

        return true;
    }
}
