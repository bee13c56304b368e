using Newtonsoft.Json.Linq;
using PerfHunt.Profiling;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>The two JSON arrays of the mission's document: generated workloads, and a profile round. Same keys, same order.</summary>
public static class SuiteJson
{
    // A round of a large program has thousands of symbols; those beyond the hottest few hundred are single samples.
    private const int HotspotCap = 200;

    /// <summary>Generated workloads: <c>[{"name", "dir"}]</c>.</summary>
    public static JArray Workloads(IEnumerable<SuiteWorkload> workloads) =>
        new(workloads.Select(workload => new JObject { ["name"] = workload.Name, ["dir"] = workload.Dir }));

    /// <summary>A profile round: <c>[{"workload", "time_s", "perf_data", "hotspots": [{"symbol", "children_pct", "self_pct"}]}]</c>, hotspots by descending children share.</summary>
    public static JArray ProfileRound(IEnumerable<(ProfiledWorkload Workload, Profile Profile)> round) =>
        new(round.Select(pair => new JObject
        {
            ["workload"] = pair.Workload.Workload,
            ["time_s"] = Math.Round(pair.Workload.TimeS, 3),
            ["perf_data"] = pair.Workload.PerfData,
            ["hotspots"] = new JArray(pair.Profile.Symbols
                .OrderByDescending(Children).ThenByDescending(share => share.SelfPercent).ThenBy(share => share.Symbol, StringComparer.Ordinal)
                .Take(HotspotCap).Select(Hotspot)),
        }));

    private static JObject Hotspot(SymbolShare share) => new()
    {
        ["symbol"] = share.Symbol,
        ["children_pct"] = Math.Round(Children(share), 2),
        ["self_pct"] = Math.Round(share.SelfPercent, 2),
    };

    // Without call chains a function's own samples are all that is known to be under it.
    private static double Children(SymbolShare share) => share.ChildrenPercent ?? share.SelfPercent;
}
