using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>The figures of a verdict. Percent of the suite's time; negative is faster.</summary>
public sealed record MeasuredChange
{
    /// <summary><c>improved</c>, <c>regressed</c>, <c>equivalent</c> or <c>inconclusive</c>.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The estimated change, percent.</summary>
    public double EffectPct { get; init; }

    /// <summary>Lower end of the 95 % interval, percent.</summary>
    public double LowPct { get; init; }

    /// <summary>Upper end of the 95 % interval, percent.</summary>
    public double HighPct { get; init; }

    /// <summary>Rounds of the suite.</summary>
    public int Rounds { get; init; }

    /// <summary>The smallest change that this many rounds could have shown, percent.</summary>
    public double SmallestDetectablePct { get; init; }

    /// <summary>How it was measured: <c>duet</c> or <c>solo</c>.</summary>
    public string Mode { get; init; } = "";

    /// <summary>What was measured: <c>cpu</c>, <c>wall</c>, <c>instructions</c>, <c>callgrind</c>.</summary>
    public string Metric { get; init; } = "";

    /// <summary>The verdict in one sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The change of each workload, percent.</summary>
    public ImmutableSortedDictionary<string, double> ByWorkload { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>What workloads with unseen seeds say about a gain; null when they were not asked.</summary>
    public MeasuredHoldOut? HoldOut { get; init; }

    /// <summary>What the change does to memory, faults and switches, by workload.</summary>
    public ImmutableSortedDictionary<string, MeasuredResources> Resources { get; init; } = ImmutableSortedDictionary<string, MeasuredResources>.Empty;

    /// <summary>The size of a large effect from solo runs too; null when it was not measured.</summary>
    public MeasuredSize? Size { get; init; }

    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
