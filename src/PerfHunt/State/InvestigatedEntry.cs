using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>A finished investigation.</summary>
public sealed record InvestigatedEntry
{
    /// <summary>The function.</summary>
    public string Function { get; init; } = "";

    /// <summary>The iteration in which it was investigated.</summary>
    public int Iteration { get; init; }

    /// <summary><c>fixed</c>, <c>reverted</c>, <c>deferred</c> or <c>marginal</c>.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The commit that fixed it, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>The ticket, or null.</summary>
    public string? TicketId { get; init; }

    /// <summary>Highest self share before, percent.</summary>
    public double SamplesPctBefore { get; init; }

    /// <summary>Highest self share after, percent; null when nothing was committed.</summary>
    public double? SamplesPctAfter { get; init; }

    /// <summary>Change of the suite's time, percent, negative is faster; null when it was not measured.</summary>
    public double? CompileTimeChangePct { get; init; }

    /// <summary>What there is to say about it.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The attempts, in order.</summary>
    public ImmutableArray<AttemptRecord> Attempts { get; init; } = [];

    /// <summary>Seconds from the choice of the hotspot to its outcome.</summary>
    public double Seconds { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
