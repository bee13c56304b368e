using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>
/// The state file's content. The fields of the mission's document keep their names, types and meaning; ours stand beside them,
/// and fields that we do not know are kept.
/// </summary>
public sealed record HuntState
{
    /// <summary>Version of our additions; a file without it was written by the original tool.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of our additions.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Where the hunt stands.</summary>
    public Phase Phase { get; init; } = Phase.Uninitialized;

    /// <summary>How many hotspots the hunt may investigate.</summary>
    public int MaxIterations { get; init; } = 10;

    /// <summary>One-based number of the current iteration.</summary>
    public int Iteration { get; init; } = 1;

    /// <summary>The suite as generated.</summary>
    public BenchmarkSuite BenchmarkSuite { get; init; } = new();

    /// <summary>The last baseline timings.</summary>
    public BaselineTimings Baseline { get; init; } = new();

    /// <summary>Actionable functions of the last profile round, hottest first.</summary>
    public ImmutableArray<CandidateEntry> Candidates { get; init; } = [];

    /// <summary>Every function with a finished investigation.</summary>
    public ImmutableArray<InvestigatedEntry> Investigated { get; init; } = [];

    /// <summary>The hotspot under investigation, or null.</summary>
    public CurrentHotspot? CurrentHotspot { get; init; }

    /// <summary>1 for the first suite, 2 after it was made larger.</summary>
    public int SuiteGeneration { get; init; } = 1;

    /// <summary>Commits since the last profile round.</summary>
    public int FixesSinceLastProfile { get; init; }

    /// <summary>What happened, oldest first; entries of the original tool may be of any form.</summary>
    public ImmutableArray<JToken> History { get; init; } = [];

    /// <summary>Our additions about the hunt as a whole; null in a file of the original tool.</summary>
    public HuntRecord? Hunt { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }

    /// <summary>The same with our additions changed.</summary>
    public HuntState WithHunt(Func<HuntRecord, HuntRecord> change) => this with { Hunt = change(Hunt ?? new HuntRecord()) };

    /// <summary>The same in another phase.</summary>
    public HuntState In(Phase phase) => this with { Phase = phase };
}
