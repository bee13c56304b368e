using System.Collections.Immutable;

namespace PerfHunt.Tickets;

/// <summary>A ticket to be opened. Texts may come from anywhere; the stores make them harmless (see <see cref="TicketText"/>).</summary>
/// <param name="Title">One line; empty becomes <c>Untitled</c>.</param>
public sealed record NewTicket(string Title)
{
    /// <summary>The id, chosen by <see cref="ITicketStore.NewId"/> and recorded before; null lets the store choose.</summary>
    public string? Id { get; init; }

    /// <summary>What it is about, several lines; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Design notes; empty for none.</summary>
    public string Design { get; init; } = "";

    /// <summary>Acceptance criteria; empty for none.</summary>
    public string Acceptance { get; init; } = "";

    /// <summary>Kind of work: <c>task</c>, <c>bug</c>, <c>feature</c>, <c>epic</c>, <c>chore</c>.</summary>
    public string Type { get; init; } = "task";

    /// <summary>0 (highest) to 4.</summary>
    public int Priority { get; init; } = 2;

    /// <summary>Who does it; empty for nobody (tk then takes git's user name).</summary>
    public string Assignee { get; init; } = "";

    /// <summary>What the ticket is known by elsewhere; by it a ticket is found again instead of opened twice. Empty for none.</summary>
    public string ExternalRef { get; init; } = "";

    /// <summary>The ticket that this one is part of; empty for none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
