using System.Collections.Immutable;

namespace PerfHunt.Verification.Trends;

/// <summary>What a history file holds.</summary>
/// <param name="Entries">The entries in the order in which they were measured.</param>
/// <param name="Rejected">How many runs are left out because they are of changes that were never committed.</param>
/// <param name="IsTorn">True when the last line was cut off, as a loss of power leaves it; it is left out.</param>
public sealed record History(ImmutableArray<HistoryEntry> Entries, int Rejected = 0, bool IsTorn = false);
