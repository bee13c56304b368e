using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using PerfHunt.Hotspots;

namespace PerfHunt.State;

/// <summary>Our additions about the hunt as a whole.</summary>
public sealed record HuntRecord
{
    /// <summary>The timeline of a hunt that has not begun.</summary>
    public static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> NoTimeline =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>>.Empty;

    /// <summary>When it began, UTC, ISO 8601; a label only.</summary>
    public string StartedAt { get; init; } = "";

    /// <summary>Seed of everything random in the hunt.</summary>
    public long RandomSeed { get; init; }

    /// <summary>The commit that the hunt started from.</summary>
    public string StartCommit { get; init; } = "";

    /// <summary>The branch that was checked out then; empty when detached.</summary>
    public string StartBranch { get; init; } = "";

    /// <summary>The commit that the hunt has reached: the baseline.</summary>
    public string HeadCommit { get; init; } = "";

    /// <summary>The hunt's branch, of which <see cref="BranchCommit"/> speaks; empty in files from before it was noted.</summary>
    public string Branch { get; init; } = "";

    /// <summary>The commit that the hunt's branch was left at; null when there was no such branch.</summary>
    public string? BranchCommit { get; init; }

    /// <summary>The slot that holds the baseline, <c>a</c> or <c>b</c>.</summary>
    public string BaselineSlot { get; init; } = "a";

    /// <summary>The last build of each slot.</summary>
    public ImmutableSortedDictionary<string, BuildRecord> Builds { get; init; } = ImmutableSortedDictionary<string, BuildRecord>.Empty;

    /// <summary>True once the project's own check passed on the start commit.</summary>
    public bool CheckPassedOnStart { get; init; }

    /// <summary>True once the gate passed on the start commit.</summary>
    public bool GatePassedOnStart { get; init; }

    /// <summary>The suite's generation that was calibrated last; 0 for none.</summary>
    public int CalibratedGeneration { get; init; }

    /// <summary>How programs are measured: <c>duet</c> or <c>solo</c>; empty before the first calibration.</summary>
    public string MeasuringMode { get; init; } = "";

    /// <summary>What is compared: <c>cpu</c>, <c>wall</c>, <c>instructions</c> or <c>callgrind</c>; empty before the hunt began, then CPU time.</summary>
    public string Metric { get; init; } = "";

    /// <summary>The baseline against itself: the noise floor.</summary>
    public CalibrationRecord? Calibration { get; init; }

    /// <summary>The last profile round.</summary>
    public ImmutableArray<ProfiledWorkload> ProfileRound { get; init; } = [];

    /// <summary>Names of the changes that were committed.</summary>
    public ImmutableArray<string> CommittedChanges { get; init; } = [];

    /// <summary>What candidates are ranked by.</summary>
    [JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
    public RankBy RankBy { get; init; }

    /// <summary>How often in a row the investigator itself failed.</summary>
    public int InvestigatorErrorsInARow { get; init; }

    /// <summary>Why the hunt ended; empty while it runs.</summary>
    public string FinishReason { get; init; } = "";

    /// <summary>The final state against the start; null before it was measured, or when nothing was committed.</summary>
    public MeasuredChange? Closing { get; init; }

    /// <summary>The share of each commit in the final state, by leaving it out; empty unless that was asked for.</summary>
    public ImmutableArray<LeftOutChange> LeftOut { get; init; } = [];

    /// <summary>Where the time went: seconds by task and kind of child.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Timeline { get; init; } = NoTimeline;

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
