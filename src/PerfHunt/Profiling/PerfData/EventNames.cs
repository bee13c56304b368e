using System.Globalization;

namespace PerfHunt.Profiling.PerfData;

/// <summary>Names of events for recordings that do not carry them (<c>enum perf_hw_id</c> and <c>perf_sw_ids</c> of linux/perf_event.h).</summary>
internal static class EventNames
{
    private static readonly string[] Hardware =
    [
        "cycles", "instructions", "cache-references", "cache-misses", "branches", "branch-misses",
        "bus-cycles", "stalled-cycles-frontend", "stalled-cycles-backend", "ref-cycles",
    ];

    private static readonly string[] Software =
    [
        "cpu-clock", "task-clock", "page-faults", "context-switches", "cpu-migrations",
        "minor-faults", "major-faults", "alignment-faults", "emulation-faults", "dummy", "bpf-output", "cgroup-switches",
    ];

    /// <summary>The usual name, or type and number of an event that has none.</summary>
    public static string Of(uint type, ulong config)
    {
        var names = type switch { 0 => Hardware, 1 => Software, _ => [] };
        return config < (ulong)names.Length ? names[config] : string.Create(CultureInfo.InvariantCulture, $"event {type}:{config:x}");
    }
}
