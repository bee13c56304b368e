using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>The baseline measured against itself.</summary>
public sealed record CalibrationRecord
{
    /// <summary>The verdict, which must be no change.</summary>
    public MeasuredChange Change { get; init; } = new();

    /// <summary>Standard deviation of one pair's log ratio, by workload.</summary>
    public ImmutableSortedDictionary<string, double> PairSd { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>CPU seconds of one run, by workload.</summary>
    public ImmutableSortedDictionary<string, double> CpuSeconds { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
