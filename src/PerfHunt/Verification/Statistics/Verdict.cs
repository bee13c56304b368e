using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// The decision about one change, with all that it rests on. Changes are given as percent of the baseline's
/// metric, <c>(candidate / baseline - 1) * 100</c>, so negative means faster.
/// </summary>
public sealed record Verdict
{
    /// <summary>What was found.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>False while more rounds may help; then measure another round and judge all rounds again.</summary>
    public required bool Decided { get; init; }

    /// <summary>Change of the suite: geometric mean over the workloads, percent. NaN when <see cref="Refusal"/> is set.</summary>
    public required double EffectPercent { get; init; }

    /// <summary>Lower end of the 95 % interval of <see cref="EffectPercent"/>, percent, above -100. NaN when refused.</summary>
    public required double LowPercent { get; init; }

    /// <summary>Upper end of the same interval, percent. NaN when refused.</summary>
    public required double HighPercent { get; init; }

    /// <summary>Rounds of the suite that the verdict rests on.</summary>
    public required int Rounds { get; init; }

    /// <summary>
    /// The smallest change of the suite, percent, that this many rounds with this noise show in four of five cases.
    /// NaN when refused.
    /// </summary>
    public required double SmallestDetectablePercent { get; init; }

    /// <summary>How it was measured: <c>duet</c>, <c>solo</c>, <c>closing</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>What was measured: <c>cpu</c>, <c>wall</c>, <c>instructions</c>, <c>callgrind</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>The verdict in one sentence, without a full stop, for a reader who knows no statistics.</summary>
    public required string Reason { get; init; }

    /// <summary>True when a workload became faster by the suspicious factor or more: for a person, never committed unseen.</summary>
    public bool SetAside { get; init; }

    /// <summary>The change of each workload, by name.</summary>
    public ImmutableArray<WorkloadEffect> Workloads { get; init; } = [];

    /// <summary>Set when the measurements cannot be judged (none, or a time that is no positive number), with the place.</summary>
    public LocatedError? Refusal { get; init; }
}
