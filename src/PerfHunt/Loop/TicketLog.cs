using System.Globalization;
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
        session.Stores.Tickets.SetStatus(id, TicketStatus.InProgress);
        session.Save(session.State with { CurrentHotspot = hotspot with { TicketId = id } });
    }

    /// <summary>Adds a note, unless it is there already.</summary>
    public static void Note(HuntSession session, string text) =>
        session.Stores.Tickets.AddNoteOnce(session.State.CurrentHotspot!.TicketId!, text);

    /// <summary>Closes the ticket, or leaves it open with a last note when something is left to do.</summary>
    public static void Close(HuntSession session, InvestigatedEntry entry)
    {
        var open = entry.Outcome == Outcomes.Deferred;
        Note(session, open ? $"Deferred. Tried: {Tried(entry)}. The ticket stays open." : $"Ended: {entry.Outcome}. {entry.Notes}");
        session.Stores.Tickets.SetStatus(entry.TicketId!, open ? TicketStatus.Open : TicketStatus.Closed);
    }

    private static string Tried(InvestigatedEntry entry) =>
        string.Join("; ", entry.Attempts.Select(attempt => $"{attempt.Title} ({attempt.Outcome}: {attempt.Reason})".TrimStart()));

    private static NewTicket Draft(HuntSession session, CurrentHotspot hotspot, string reference) => new(
        string.Create(CultureInfo.InvariantCulture, $"perf-hunt: {hotspot.Function} at {hotspot.MaxSelfPct:0.0}% samples"))
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Hotspot: {hotspot.Function}\nSamples: {hotspot.MaxSelfPct:0.00}% in {string.Join(", ", hotspot.ByWorkload.Select(p => $"{p.Key} {p.Value:0.00}%"))}\nCrate: {hotspot.Crate}\nIteration: {session.State.Iteration}"),
        ExternalRef = reference,
        Tags = ["perf-hunt"],
    };
}
