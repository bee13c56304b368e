using System.Collections.Immutable;

namespace PerfHunt.Verification.Statistics;

/// <summary>The noise of the machine, as an A/A calibration or, without one, earlier study found it.</summary>
public sealed record NoiseModel
{
    /// <summary>
    /// Spread of one duet's log ratio of CPU time where nothing was calibrated: 0.5-1.3 %, typically 0.85 %, over 1,500
    /// recorded duets of five workloads; rounded up.
    /// </summary>
    public const double TypicalDuetSpreadLog = 0.009;

    /// <summary>The same for two neighbouring solo runs: 5-15 %, typically 7-8 %.</summary>
    public const double TypicalSoloSpreadLog = 0.075;

    /// <summary>Weight of the typical spread: workloads differ by a factor of two from it, which some 4 pairs outweigh.</summary>
    public const double TypicalDegreesOfFreedom = 4;

    /// <summary>
    /// A calibration counts for at most this many pairs a workload, however long it was: the noise may have changed since,
    /// and then the pairs at hand must be able to say so.
    /// </summary>
    public const double MostDegreesOfFreedom = 8;

    /// <summary>Below this spread no noise is believed: a timer tick or a counter's rounding is of that order.</summary>
    public const double LeastSpreadLog = 0.0002;

    /// <summary>The prior of a workload that was not calibrated.</summary>
    public NoiseScale Default { get; init; } = new(TypicalDuetSpreadLog, TypicalDegreesOfFreedom);

    /// <summary>The priors of calibrated workloads.</summary>
    public ImmutableDictionary<string, NoiseScale> Workloads { get; init; } =
        ImmutableDictionary.Create<string, NoiseScale>(StringComparer.Ordinal);

    /// <summary>The prior for a workload.</summary>
    public NoiseScale For(string workload) => Workloads.GetValueOrDefault(workload, Default);

    /// <summary>The model without a calibration.</summary>
    /// <param name="mode"><c>solo</c> for alternating runs; anything else means duets.</param>
    public static NoiseModel Typical(string mode) => mode == "solo"
        ? new() { Default = new(TypicalSoloSpreadLog, TypicalDegreesOfFreedom) }
        : new();

    /// <summary>
    /// Learns the noise from an A/A calibration: both sides are the same program. Each workload's spread is shrunk to the
    /// mean spread of all (moderated variances, Smyth 2004). Pairs whose times are no positive numbers are left out.
    /// </summary>
    public static NoiseModel Learn(IReadOnlyList<RunPair> calibration, string mode)
    {
        var spreads = LogRatios.ByWorkload(calibration.Where(LogRatios.IsUsable))
            .Select(ratios => RobustMean.Of(ratios.Values, Typical(mode).Default))
            .ToList();
        var names = LogRatios.ByWorkload(calibration.Where(LogRatios.IsUsable)).Select(ratios => ratios.Workload);
        var freedom = spreads.Sum(s => s.Count - 1.0);
        if (freedom < 1)
        {
            return Typical(mode);
        }

        var pooled = spreads.Sum(s => s.SumOfSquares) / freedom;
        var scales = names.Zip(spreads, (name, s) => KeyValuePair.Create(name, Shrunk(s, pooled)));
        return new()
        {
            Default = Scale(pooled, TypicalDegreesOfFreedom),
            Workloads = scales.ToImmutableDictionary(StringComparer.Ordinal),
        };
    }

    private static NoiseScale Shrunk(RobustMean mean, double pooledVariance)
    {
        var freedom = TypicalDegreesOfFreedom + mean.Count - 1;
        var variance = (TypicalDegreesOfFreedom * pooledVariance + mean.SumOfSquares) / freedom;
        return Scale(variance, Math.Min(freedom, MostDegreesOfFreedom));
    }

    private static NoiseScale Scale(double variance, double freedom) =>
        new(Math.Max(Math.Sqrt(variance), LeastSpreadLog), freedom);
}
