using System.Collections.Immutable;

namespace PerfHunt.Workloads;

/// <summary>What the baseline's two runs showed.</summary>
/// <param name="Steady">The first run of each workload that agrees with itself: what later runs must behave as.</param>
/// <param name="LeftOut">The others.</param>
public sealed record SteadyWorkloads(ImmutableArray<WorkloadRun> Steady, ImmutableArray<LeftOutWorkload> LeftOut);
