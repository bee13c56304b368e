using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Hotspots;

namespace PerfHunt.Loop;

/// <summary>What the caller of a hunt wants, beyond the configuration.</summary>
public sealed record HuntOptions
{
    /// <summary>How many hotspots may be investigated, at least 1; null to keep what the hunt has, or the default of a new one.</summary>
    public int? Iterations { get; init; }

    /// <summary>The seed of a new hunt when the caller names none.</summary>
    public const long DefaultSeed = 1;

    /// <summary>Seed of everything random; null to keep what the hunt has, or the default of a new one.</summary>
    public long? RandomSeed { get; init; }

    /// <summary>Workloads that replace those of the configuration; empty to keep them.</summary>
    public ImmutableArray<WorkloadConfig> Workloads { get; init; } = [];

    /// <summary>The workloads to profile in this call; empty for all.</summary>
    public ImmutableArray<string> ProfileOnly { get; init; } = [];

    /// <summary>No iteration begins after this time; null for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>How long the investigator may work in the whole hunt; null for no limit.</summary>
    public TimeSpan? AgentTimeLimit { get; init; }

    /// <summary>The sandbox that replaces the configured one; null to keep that.</summary>
    public string? Sandbox { get; init; }

    /// <summary>What is compared (<c>cpu</c>, <c>wall</c>, <c>instructions</c>, <c>callgrind</c>); null to keep what the hunt has, or CPU time.</summary>
    public string? Metric { get; init; }

    /// <summary>How it is measured (<c>duet</c>, <c>solo</c>); null to choose by the program.</summary>
    public string? Mode { get; init; }

    /// <summary>True to measure at the end what each commit contributes, by leaving it out.</summary>
    public bool LeaveOneOut { get; init; }

    /// <summary>The history file, or null for the configured one.</summary>
    public string? HistoryFile { get; init; }

    /// <summary>What candidates are ranked by; null to keep what the hunt has.</summary>
    public RankBy? RankBy { get; init; }

    /// <summary>True for a look and no hunt: the baseline is measured against itself in a few rounds of the shortest workloads.</summary>
    public bool Brief { get; init; }

    /// <summary>How many candidate changes are asked for at a time, each in a clone of its own, at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How many investigators may work at the same time, at least 1; nothing is measured meanwhile.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>True to go on where a self-check says stop.</summary>
    public bool Force { get; init; }

    /// <summary>True to run the commands that install what is missing.</summary>
    public bool InstallPrerequisites { get; init; }
}
