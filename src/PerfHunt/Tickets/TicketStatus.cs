namespace PerfHunt.Tickets;

/// <summary>How far the work on a ticket is.</summary>
public enum TicketStatus
{
    /// <summary>Nobody works on it (<c>open</c>).</summary>
    Open,

    /// <summary>Somebody works on it (<c>in_progress</c>).</summary>
    InProgress,

    /// <summary>Done (<c>closed</c>).</summary>
    Closed,
}
