using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>A gain measured on workloads that nobody who made the change has seen. Percent; negative is faster.</summary>
/// <param name="EffectPct">Their change.</param>
/// <param name="LowPct">Lower end of its 95 % interval.</param>
/// <param name="HighPct">Upper end of it.</param>
/// <param name="Rounds">Rounds of them.</param>
public sealed record MeasuredHoldOut(double EffectPct, double LowPct, double HighPct, int Rounds)
{
    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
