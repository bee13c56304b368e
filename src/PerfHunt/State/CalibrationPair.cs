using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>One duet of the baseline with itself.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Round">One-based round.</param>
/// <param name="FirstSeconds">CPU seconds of the one slot.</param>
/// <param name="SecondSeconds">CPU seconds of the other slot.</param>
public sealed record CalibrationPair(string Workload, int Round, double FirstSeconds, double SecondSeconds)
{
    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
