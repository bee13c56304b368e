using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>The baseline measured against itself.</summary>
public sealed record CalibrationRecord
{
    /// <summary>The verdict, which must be no change.</summary>
    public MeasuredChange Change { get; init; } = new();

    /// <summary>Every pair of runs: what the noise is learnt from.</summary>
    public ImmutableArray<CalibrationPair> Pairs { get; init; } = [];

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
