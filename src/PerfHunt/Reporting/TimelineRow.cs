using System.Collections.Immutable;

namespace PerfHunt.Reporting;

/// <summary>Where the time of one task went, seconds.</summary>
/// <param name="Task">The task.</param>
/// <param name="WallSeconds">Its wall time over the whole hunt.</param>
/// <param name="LoopSeconds">The part that the loop itself used.</param>
/// <param name="ChildSeconds">The time during which children of each kind ran.</param>
public sealed record TimelineRow(
    string Task, double WallSeconds, double LoopSeconds, ImmutableSortedDictionary<string, double> ChildSeconds);
