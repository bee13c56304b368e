using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>The suite as generated.</summary>
public sealed record BenchmarkSuite
{
    /// <summary>The folder that holds the workloads.</summary>
    public string BaseDir { get; init; } = "";

    /// <summary>The workloads, in order.</summary>
    public ImmutableArray<SuiteWorkload> Workloads { get; init; } = [];

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
