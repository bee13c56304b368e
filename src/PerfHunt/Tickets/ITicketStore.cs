using PerfHunt.Errors;

namespace PerfHunt.Tickets;

/// <summary>Tickets in the format of the <c>tk</c> command (github.com/wedow/ticket). Every operation may be repeated after a crash.</summary>
public interface ITicketStore
{
    /// <summary>The folder with the tickets; made by the first one.</summary>
    string Folder { get; }

    /// <summary>An id that no ticket has, to be recorded before <see cref="Create"/>; null where the store chooses the id itself.</summary>
    string? NewId();

    /// <summary>
    /// Opens a ticket and gives its id. When there is one with the id or the external reference asked for, that one is given
    /// and nothing is changed.
    /// </summary>
    /// <exception cref="HuntException">The ticket cannot be written.</exception>
    string Create(NewTicket ticket);

    /// <summary>True when there is a ticket with exactly this id.</summary>
    bool Exists(string id);

    /// <summary>The id of the ticket with an external reference, the first by name; null when there is none.</summary>
    string? FindByReference(string externalRef);

    /// <summary>Appends a note with the time; false when there is no such ticket.</summary>
    /// <exception cref="HuntException">The ticket cannot be written.</exception>
    bool AddNote(string id, string text);

    /// <summary>Like <see cref="AddNote"/>, but a note whose text the ticket has already is not added again.</summary>
    /// <exception cref="HuntException">The ticket cannot be written.</exception>
    bool AddNoteOnce(string id, string text);

    /// <summary>Sets the status; false when there is no such ticket.</summary>
    /// <exception cref="HuntException">The ticket cannot be written.</exception>
    bool SetStatus(string id, TicketStatus status);
}
