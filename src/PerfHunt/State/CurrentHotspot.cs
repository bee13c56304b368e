using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>The hotspot under investigation. The original tool may have written the function's name alone.</summary>
public sealed record CurrentHotspot
{
    /// <summary>The demangled symbol.</summary>
    public string Function { get; init; } = "";

    /// <summary>Highest self share in any workload, percent.</summary>
    public double MaxSelfPct { get; init; }

    /// <summary>The part of the program that it belongs to.</summary>
    public string Crate { get; init; } = "";

    /// <summary>Self share in each workload, percent.</summary>
    public ImmutableSortedDictionary<string, double> ByWorkload { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The function of ours that was inlined into it and makes most of its cost; null when there is none, or when it is not known.</summary>
    public string? InlinedFunction { get; init; }

    /// <summary>The inlined function's share of the hotspot's own samples, percent; null without one.</summary>
    public double? InlinedPctOfFunction { get; init; }

    /// <summary>The ticket; null before it is opened.</summary>
    public string? TicketId { get; init; }

    /// <summary>Finished attempts, in order.</summary>
    public ImmutableArray<AttemptRecord> Attempts { get; init; } = [];

    /// <summary>The attempt under way; its outcome is empty until it is judged. Null between attempts.</summary>
    public AttemptRecord? Attempt { get; init; }

    /// <summary>The other candidates of the same round, judged or waiting, in order; empty where one is asked for at a time.</summary>
    public ImmutableArray<AttemptRecord> Round { get; init; } = [];

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
