using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.State;
using PerfHunt.Tickets;

namespace PerfHunt.Loop;

/// <summary>The ticket of the current hotspot: the running log of its investigation.</summary>
public static class TicketLog
{
    /// <summary>Opens the ticket, unless that was done before.</summary>
    public static void Open(HuntSession session)
    {
        var hotspot = session.State.CurrentHotspot!;
        if (hotspot.TicketId is not null)
        {
            return;
        }

        // Named by hunt and iteration, so that a process that was ended before it could note the id finds the ticket again.
        var reference = string.Create(CultureInfo.InvariantCulture, $"perf-hunt:{session.Hunt.StartedAt}:{session.State.Iteration}");
        var id = session.Stores.Tickets.Create(Draft(session, hotspot, reference));
        Tell(session, session.Stores.Tickets.SetStatus(id, TicketStatus.InProgress), id, "its status stays as it is");
        session.Save(session.State with { CurrentHotspot = hotspot with { TicketId = id } });
    }

    /// <summary>Adds a note, unless it is there already; says so where it cannot be kept.</summary>
    public static void Note(HuntSession session, string text)
    {
        var id = session.State.CurrentHotspot!.TicketId!;
        Tell(session, session.Stores.Tickets.AddNoteOnce(id, text), id, $"this note is kept nowhere: {UntrustedText.Line(text)}");
    }

    /// <summary>Closes the ticket, or leaves it open with a last note when something is left to do.</summary>
    public static void Close(HuntSession session, InvestigatedEntry entry)
    {
        var open = entry.Outcome == Outcomes.Deferred;
        Note(session, open ? $"Deferred. Tried: {Tried(entry)}. The ticket stays open." : $"Ended: {entry.Outcome}. {entry.Notes}");
        var isSet = session.Stores.Tickets.SetStatus(entry.TicketId!, open ? TicketStatus.Open : TicketStatus.Closed);
        Tell(session, isSet, entry.TicketId!, "its status stays as it is");
    }

    // Tickets are the user's: one that was removed meanwhile is no reason to end the hunt, and none to keep silent.
    private static void Tell(HuntSession session, bool isDone, string id, string consequence)
    {
        if (!isDone)
        {
            session.Say($"Ticket {id} is gone, or tk does not take it; {consequence}.");
        }
    }

    private static string Tried(InvestigatedEntry entry) =>
        string.Join("; ", entry.Attempts.Select(attempt => $"{attempt.Title} ({attempt.Outcome}: {attempt.Reason})".TrimStart()));

    private static string Inlined(CurrentHotspot hotspot) => hotspot.InlinedFunction is { } inlined ? $" ({inlined}, inlined)" : "";

    private static string Mostly(CurrentHotspot hotspot) => hotspot.InlinedFunction is { } inlined
        ? string.Create(CultureInfo.InvariantCulture, $"\nMostly: {inlined}, inlined into it ({hotspot.InlinedPctOfFunction:0.00}% of its samples)")
        : "";

    private static NewTicket Draft(HuntSession session, CurrentHotspot hotspot, string reference) => new(
        string.Create(CultureInfo.InvariantCulture, $"perf-hunt: {hotspot.Function}{Inlined(hotspot)} at {hotspot.MaxSelfPct:0.0}% samples"))
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Hotspot: {hotspot.Function}{Mostly(hotspot)}\nSamples: {hotspot.MaxSelfPct:0.00}% in {string.Join(", ", hotspot.ByWorkload.Select(p => $"{p.Key} {p.Value:0.00}%"))}\nCrate: {hotspot.Crate}\nIteration: {session.State.Iteration}"),
        ExternalRef = reference,
        Tags = ["perf-hunt"],
    };
}
