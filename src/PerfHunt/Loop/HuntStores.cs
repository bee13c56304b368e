using PerfHunt.State;
using PerfHunt.Tickets;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Loop;

/// <summary>What a hunt writes down in the hunted repository.</summary>
/// <param name="State">The state file.</param>
/// <param name="Journal">The journal.</param>
/// <param name="Tickets">The tickets.</param>
/// <param name="History">The timings of every measuring round.</param>
public sealed record HuntStores(StateStore State, Journal Journal, ITicketStore Tickets, HistoryFile History);
