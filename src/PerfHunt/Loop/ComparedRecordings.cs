using System.Collections.Immutable;

namespace PerfHunt.Loop;

/// <summary>Recordings of the same workloads with two programs.</summary>
/// <param name="Before">With the earlier program.</param>
/// <param name="After">With the later program.</param>
/// <param name="About">Which programs these are, in words.</param>
public sealed record ComparedRecordings(ImmutableArray<string> Before, ImmutableArray<string> After, string About);
