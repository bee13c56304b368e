using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>One change proposed for a hotspot, with what became of it.</summary>
public sealed record AttemptRecord
{
    /// <summary>Longest title, characters: a commit subject with room for prefix and ticket.</summary>
    public const int TitleCap = 120;

    /// <summary>One-based number within the investigation.</summary>
    public int Number { get; init; }

    /// <summary>Name of the change (a patch's file name), or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it does, one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>Code of the outcome: <c>fixed</c>, <c>slower</c>, <c>gate-failed</c>, <c>behaviour-changed</c>, <c>no-effect</c>, a refusal's code...</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The reason, one sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>True when the investigator says that the code is cleaner for it.</summary>
    public bool IsCleaner { get; init; }

    /// <summary>The patch file in the workspace, or null.</summary>
    public string? Patch { get; init; }

    /// <summary>The measured tree, or null when nothing was measured.</summary>
    public string? Tree { get; init; }

    /// <summary>The commit, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>The measurement, or null when there was none.</summary>
    public MeasuredChange? Change { get; init; }

    /// <summary>Highest self share of the hotspot after the change, percent, or null.</summary>
    public double? SelfPctAfter { get; init; }

    /// <summary>When it was judged, UTC, ISO 8601: the date of its commit. Empty before.</summary>
    public string JudgedAt { get; init; } = "";

    /// <summary>Seconds that the investigator took.</summary>
    public double InvestigatorSeconds { get; init; }

    /// <summary>Seconds that the attempt took in all.</summary>
    public double Seconds { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
