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

    /// <summary>The same for counted instructions: what differs is interrupts that are counted along and addresses that programs hash.</summary>
    public const double TypicalCountSpreadLog = 0.002;

    /// <summary>How well one workload's spread is known from the others': recorded ones differ by a factor of two, which some 4 pairs outweigh.</summary>
    public const double TypicalDegreesOfFreedom = 4;

    /// <summary>
    /// A calibration counts for at most this many pairs, however long it was: the noise may have changed since, and then
    /// the pairs at hand must be able to say so.
    /// </summary>
    public const double MostDegreesOfFreedom = 8;

    /// <summary>Least of what a calibration counts for where the level of noise is concerned, in pairs.</summary>
    private const double LeastOfLevel = 2;

    /// <summary>Below this spread no noise is believed: a timer tick or a counter's rounding is of that order.</summary>
    public const double LeastSpreadLog = 0.0002;

    /// <summary>Weight of the typical spread beside a calibration, and of a guess that nothing was measured for, in pairs.</summary>
    private const double GuessDegreesOfFreedom = 1;

    /// <summary>Pairs that a calibration should have in all, so that its own error hardly widens the intervals.</summary>
    private const int EnoughCalibrationPairs = 15;

    /// <summary>Fewest rounds of a calibration.</summary>
    public const int LeastCalibrationRounds = 3;

    /// <summary>The prior of a workload that was not calibrated.</summary>
    public NoiseScale Default { get; init; } = new(TypicalDuetSpreadLog, TypicalDegreesOfFreedom);

    /// <summary>How well the noise level that is common to all workloads is known, in pairs, above 0.</summary>
    public double LevelDegreesOfFreedom { get; init; } = GuessDegreesOfFreedom;

    /// <summary>The priors of calibrated workloads.</summary>
    public ImmutableDictionary<string, NoiseScale> Workloads { get; init; } =
        ImmutableDictionary.Create<string, NoiseScale>(StringComparer.Ordinal);

    /// <summary>The prior for a workload.</summary>
    public NoiseScale For(string workload) => Workloads.GetValueOrDefault(workload, Default);

    /// <summary>The model without a calibration.</summary>
    /// <param name="mode"><c>solo</c> for alternating runs; anything else means duets.</param>
    /// <param name="metric"><c>instructions</c> or <c>callgrind</c> for counts; anything else means time.</param>
    public static NoiseModel Typical(string mode, string metric = "cpu") =>
        metric is "instructions" or "callgrind" ? new() { Default = new(TypicalCountSpreadLog, TypicalDegreesOfFreedom) }
        : mode == "solo" ? new() { Default = new(TypicalSoloSpreadLog, TypicalDegreesOfFreedom) }
        : new();

    /// <summary>Rounds of A/A that are worth their time for a suite of so many workloads.</summary>
    public static int CalibrationRounds(int workloads) =>
        Math.Max(LeastCalibrationRounds, (EnoughCalibrationPairs + workloads - 1) / Math.Max(workloads, 1));

    /// <summary>
    /// Learns the noise from an A/A calibration: both sides are the same program. Each workload's spread is shrunk to the
    /// spread of all (moderated variances, Smyth 2004), and that one a little to the typical spread. Pairs whose times are
    /// no positive numbers are left out.
    /// </summary>
    public static NoiseModel Learn(IReadOnlyList<RunPair> calibration, string mode, string metric = "cpu")
    {
        var typical = Typical(mode, metric);
        var ratios = LogRatios.ByWorkload(calibration.Where(LogRatios.IsUsable));
        var means = ratios.Select(r => RobustMean.Of(r.Values, typical.Default)).ToList();
        var freedom = means.Sum(m => m.Count - 1.0);
        if (freedom < 1)
        {
            return typical;
        }

        var pooled = Pooled(means.Sum(m => m.SumOfSquares) / freedom, freedom, typical.Default.SpreadLog);
        var borrowed = Math.Min(TypicalDegreesOfFreedom, freedom);
        return new()
        {
            Default = new(Math.Sqrt(pooled), borrowed),
            LevelDegreesOfFreedom = Math.Min(MostOfLevel(means.Count), GuessDegreesOfFreedom + freedom),
            Workloads = ratios.Zip(means, (r, m) => KeyValuePair.Create(r.Workload, Shrunk(m, pooled, means.Count > 1 ? borrowed : GuessDegreesOfFreedom)))
                .ToImmutableDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// What a calibration counts for where the level of noise is concerned. Several workloads tell it anew in a single round, and the
    /// level may have doubled since: intervals then held in 87 % with 8 pairs and in 93 % with 2, and rounds cost the same. A
    /// single workload tells little, and needs what was known.
    /// </summary>
    private static double MostOfLevel(int workloads) => Math.Max(LeastOfLevel, MostDegreesOfFreedom / workloads);

    /// <summary>
    /// The variance of all workloads drawn to the typical one on the scale of its logarithm: a machine or a metric that is
    /// ten times quieter is not made loud by a guess.
    /// </summary>
    private static double Pooled(double variance, double freedom, double typicalSpread)
    {
        var least = LeastSpreadLog * LeastSpreadLog;
        var share = freedom / (freedom + GuessDegreesOfFreedom);
        return Math.Exp(share * Math.Log(Math.Max(variance, least)) + (1 - share) * 2 * Math.Log(typicalSpread));
    }

    private static NoiseScale Shrunk(RobustMean mean, double pooledVariance, double borrowed)
    {
        var freedom = borrowed + mean.Count - 1;
        var variance = (borrowed * pooledVariance + mean.SumOfSquares) / freedom;
        return new(Math.Max(Math.Sqrt(variance), LeastSpreadLog), Math.Min(freedom, MostDegreesOfFreedom));
    }
}
