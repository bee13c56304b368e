using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>One commit of the hunt, measured by leaving it out of the final tree.</summary>
public sealed record LeftOutChange
{
    /// <summary>The commit.</summary>
    public string Commit { get; init; } = "";

    /// <summary>What it does.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the final tree gains by it; null when that could not be measured.</summary>
    public MeasuredChange? Share { get; init; }

    /// <summary>What came of it, one sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The commit that takes it back because its gain has vanished, or null.</summary>
    public string? DroppedBy { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
