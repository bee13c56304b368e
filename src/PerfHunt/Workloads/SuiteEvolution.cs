using System.Collections.Immutable;
using PerfHunt.Configuration;

namespace PerfHunt.Workloads;

/// <summary>Makes the suite larger when it shows no hotspot any more.</summary>
public static class SuiteEvolution
{
    /// <summary>
    /// The workloads of generation 2: the configured ones, or else those of generation 1 with layers and modules per layer grown
    /// by <see cref="SuiteConfig.Growth"/>, rounded up and larger by at least one. Fixed commands stay as they are.
    /// </summary>
    public static ImmutableArray<WorkloadConfig> Grow(SuiteConfig suite) =>
        suite.Evolved.Length > 0
            ? suite.Evolved
            : [.. suite.Workloads.Select(workload => workload.IsGenerated ? Larger(workload, suite.Growth) : workload)];

    private static WorkloadConfig Larger(WorkloadConfig workload, double growth) => workload with
    {
        Layers = Larger(workload.Layers, growth),
        ModulesPerLayer = Larger(workload.ModulesPerLayer, growth),
    };

    private static int Larger(int count, double growth) => Math.Max(count + 1, (int)Math.Ceiling(count * growth));
}
