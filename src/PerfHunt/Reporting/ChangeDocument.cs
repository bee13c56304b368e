using Newtonsoft.Json.Linq;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>The machine-readable figures of a measured change.</summary>
public static class ChangeDocument
{
    /// <summary>The figures; null for none.</summary>
    public static JToken Of(MeasuredChange? change) => change is null ? JValue.CreateNull() : new JObject
    {
        ["verdict"] = change.Verdict,
        ["effect_percent"] = Rounded(change.EffectPct),
        ["low_percent"] = Rounded(change.LowPct),
        ["high_percent"] = Rounded(change.HighPct),
        ["rounds"] = change.Rounds,
        ["smallest_detectable_percent"] = Rounded(change.SmallestDetectablePct),
        ["mode"] = change.Mode,
        ["metric"] = change.Metric,
        ["reason"] = change.Reason,
        ["by_workload"] = JObject.FromObject(change.ByWorkload.ToDictionary(pair => pair.Key, pair => Rounded(pair.Value))),
        ["unseen"] = HoldOut(change.HoldOut),
        ["size"] = Size(change.Size),
        ["resources"] = new JObject(change.Resources.Select(pair => new JProperty(pair.Key, Resources(pair.Value)))),
    };

    private static JToken HoldOut(MeasuredHoldOut? unseen) => unseen is null ? JValue.CreateNull() : new JObject
    {
        ["effect_percent"] = Rounded(unseen.EffectPct),
        ["low_percent"] = Rounded(unseen.LowPct),
        ["high_percent"] = Rounded(unseen.HighPct),
        ["rounds"] = unseen.Rounds,
    };

    private static JToken Size(MeasuredSize? size) => size is null ? JValue.CreateNull() : new JObject
    {
        ["effect_percent"] = Rounded(size.EffectPct),
        ["low_percent"] = Rounded(size.LowPct),
        ["high_percent"] = Rounded(size.HighPct),
        ["agrees"] = size.Agrees,
        ["reason"] = size.Reason,
    };

    private static JObject Resources(MeasuredResources resources) => new()
    {
        ["cpu_percent"] = resources.CpuPct,
        ["wall_percent"] = resources.WallPct,
        ["system_time_percent"] = resources.SystemTimePct,
        ["peak_memory_percent"] = resources.PeakMemoryPct,
        ["faults_percent"] = resources.FaultsPct,
        ["switches_percent"] = resources.SwitchesPct,
        ["peak_memory_bytes"] = resources.PeakMemoryBytes,
    };

    private static double Rounded(double value) => Math.Round(value, 3);
}
