using System.Collections.Immutable;

namespace PerfHunt.Profiling.CallGraphs;

/// <summary>Who calls a function and whom it calls. In recursion, callers are those from outside, and callees are those of the innermost call.</summary>
/// <param name="Symbol">The function that was asked for.</param>
/// <param name="ChildrenPercent">Share of the profile in it or under it, percent (0-100).</param>
/// <param name="SelfPercent">Share of its own samples that are in itself, percent (0-100); with the callees it makes 100.</param>
/// <param name="Callers">Callers, the most frequent first; together 100 less what had no known caller.</param>
/// <param name="Callees">Callees, the most frequent first.</param>
public sealed record CallNeighbours(
    string Symbol,
    double ChildrenPercent,
    double SelfPercent,
    ImmutableArray<CallNeighbour> Callers,
    ImmutableArray<CallNeighbour> Callees);
