using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>One workload of the suite.</summary>
public sealed record SuiteWorkload
{
    /// <summary>Unique name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Seed of the generator.</summary>
    public long Seed { get; init; }

    /// <summary>Profile of the generator; empty for a fixed command.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The workload's folder; empty for a fixed command.</summary>
    public string Dir { get; init; } = "";

    /// <summary>Layers.</summary>
    public int Layers { get; init; }

    /// <summary>Modules per layer.</summary>
    public int ModulesPerLayer { get; init; }

    /// <summary>Hash of the folder's content when it was generated, or of the files of a fixed command when they were first seen; null where it names none.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string? ContentHash { get; init; }

    /// <summary>Why the workload is left out of profiling and measuring; null when it takes part.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string? LeftOutBecause { get; init; }

    /// <summary>The exit code of the baseline; a candidate's must be the same.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public int? ExitCode { get; init; }

    /// <summary>Hash of the baseline's canonical output; a candidate's must be the same.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string? OutputHash { get; init; }

    /// <summary>CPU seconds of the baseline's first run; null before it.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public double? CpuSeconds { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
