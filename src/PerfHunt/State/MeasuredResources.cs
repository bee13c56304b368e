using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>What a change does to a workload's use of the machine: medians over the rounds, changes in percent, null where the baseline used nothing.</summary>
/// <param name="CpuPct">CPU time.</param>
/// <param name="WallPct">Elapsed time; in duets about half of what it would be alone.</param>
/// <param name="SystemTimePct">CPU time in the kernel.</param>
/// <param name="PeakMemoryPct">Largest resident set of any one process.</param>
/// <param name="FaultsPct">Page faults.</param>
/// <param name="SwitchesPct">Context switches.</param>
/// <param name="PeakMemoryBytes">The candidate's peak, bytes; null when its runs were too short to be seen.</param>
public sealed record MeasuredResources(
    double? CpuPct, double? WallPct, double? SystemTimePct, double? PeakMemoryPct, double? FaultsPct, double? SwitchesPct, double? PeakMemoryBytes)
{
    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
