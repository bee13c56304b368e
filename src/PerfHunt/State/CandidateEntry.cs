using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>An actionable function of the last profile round.</summary>
public sealed record CandidateEntry
{
    /// <summary>The demangled symbol.</summary>
    public string Function { get; init; } = "";

    /// <summary>Highest self share in any workload, percent.</summary>
    public double MaxSelfPct { get; init; }

    /// <summary>The part of the program that it belongs to.</summary>
    public string Crate { get; init; } = "";

    /// <summary>Self share in each workload, percent.</summary>
    public ImmutableSortedDictionary<string, double> ByWorkload { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
