using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>The benchmark suite, fixed for a generation.</summary>
public sealed record SuiteConfig
{
    /// <summary>The workloads of generation 1, in order; names are unique.</summary>
    public required ImmutableArray<WorkloadConfig> Workloads { get; init; }

    /// <summary>The workloads of generation 2; empty to grow generation 1 by <see cref="Growth"/>.</summary>
    public ImmutableArray<WorkloadConfig> Evolved { get; init; } = [];

    /// <summary>Factor on layers and modules per layer when the suite evolves, above 1.</summary>
    public double Growth { get; init; } = 1.5;
}
