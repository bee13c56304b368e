using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>How large a large effect is, from duets and solo runs together: duets alone show too little of it. Percent; negative is faster.</summary>
/// <param name="EffectPct">The change.</param>
/// <param name="LowPct">Lower end of its 95 % interval.</param>
/// <param name="HighPct">Upper end of it.</param>
/// <param name="Agrees">False when duets and solo runs contradict each other.</param>
/// <param name="Reason">One sentence.</param>
public sealed record MeasuredSize(double EffectPct, double LowPct, double HighPct, bool Agrees, string Reason)
{
    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
