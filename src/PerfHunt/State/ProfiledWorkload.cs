using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>One workload of the last profile round.</summary>
public sealed record ProfiledWorkload
{
    /// <summary>The workload.</summary>
    public string Workload { get; init; } = "";

    /// <summary>Wall-clock seconds under perf.</summary>
    public double TimeS { get; init; }

    /// <summary>The recording.</summary>
    public string PerfData { get; init; } = "";

    /// <summary>The exit code under perf; the same as without.</summary>
    public int ExitCode { get; init; }

    /// <summary>Hash of the canonical output under perf; the same as without.</summary>
    public string OutputHash { get; init; } = "";

    /// <summary>Samples in the recording.</summary>
    public long Samples { get; init; }

    /// <summary>Samples that the kernel had to drop.</summary>
    public long LostSamples { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
