using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>The last baseline timings.</summary>
public sealed record BaselineTimings
{
    /// <summary>When they were taken, UTC, ISO 8601; a label only.</summary>
    public string Timestamp { get; init; } = "";

    /// <summary>The commit that was measured.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Wall-clock seconds of each workload under perf.</summary>
    public ImmutableSortedDictionary<string, double> Timings { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
