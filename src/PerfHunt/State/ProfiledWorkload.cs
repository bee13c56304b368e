using System.Collections.Immutable;
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

    /// <summary>The recording; the first of several.</summary>
    public string PerfData { get; init; } = "";

    /// <summary>Further recordings of the same round, made when one could not tell which function is the hottest.</summary>
    public ImmutableArray<string> MorePerfData { get; init; } = [];

    /// <summary>All recordings.</summary>
    [JsonIgnore]
    public IEnumerable<string> Recordings => MorePerfData.Prepend(PerfData);

    /// <summary>The exit code under perf; the same as without.</summary>
    public int ExitCode { get; init; }

    /// <summary>Hash of the canonical output under perf; the same as without.</summary>
    public string OutputHash { get; init; } = "";

    /// <summary>Samples in all recordings.</summary>
    public long Samples { get; init; }

    /// <summary>Samples that the kernel had to drop.</summary>
    public long LostSamples { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
