namespace PerfHunt.Verification.Statistics;

/// <summary>
/// The change of the suite on the log scale: the mean over the workloads, each weighing the same, of their robust means,
/// so that its exponential is the geometric mean of the ratios.
/// </summary>
internal sealed record SuiteEstimate
{
    /// <summary>
    /// Correlation of two workloads' log ratios within a round that is expected beforehand; 0.06 +- 0.03 was measured over 164
    /// rounds of five workloads, and nothing says that it is the same elsewhere.
    /// </summary>
    private const double ExpectedCorrelation = 0.04;

    /// <summary>Weight of that expectation, in rounds.</summary>
    private const double CorrelationRounds = 10;

    /// <summary>Log of the geometric mean of the ratios.</summary>
    public required double Value { get; init; }

    /// <summary>Standard error of <see cref="Value"/>.</summary>
    public required double Error { get; init; }

    /// <summary>Degrees of freedom of <see cref="Error"/> (Satterthwaite 1946).</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Rounds that every workload has.</summary>
    public required int Rounds { get; init; }

    /// <summary>Rounds that any workload has; more than <see cref="Rounds"/> when a workload is missing from some.</summary>
    public required int RoundsSeen { get; init; }

    /// <summary>The workloads' own estimates, by name.</summary>
    public required IReadOnlyList<(string Workload, RobustMean Mean)> Workloads { get; init; }

    /// <summary>Half the width of the two-sided interval that leaves out <paramref name="tail"/> on each side.</summary>
    public double HalfWidth(double tail) => StudentT.UpperQuantile(tail, DegreesOfFreedom) * Error;

    /// <summary>Estimates from usable pairs.</summary>
    public static SuiteEstimate From(IReadOnlyList<LogRatios> ratios, NoiseModel noise)
    {
        var levels = NoiseLevels(ratios, noise);
        var means = ratios.Select((r, i) => RobustMean.Of(r.Values, noise.For(r.Workload).Louder(levels[i]))).ToList();
        var parts = means.Select(m => m.VarianceOfMean).ToList();
        var sum = parts.Sum();
        var satterthwaite = sum * sum / parts.Zip(means, (v, m) => v * v / m.DegreesOfFreedom).Sum();
        var known = noise.LevelDegreesOfFreedom + means.Sum(m => m.Count - 1);
        return new()
        {
            Value = means.Average(m => m.Value),
            Error = Math.Sqrt(sum * Inflation(ratios, means)) / means.Count,
            DegreesOfFreedom = Math.Min(satterthwaite, known),
            Rounds = means.Min(m => m.Count),
            RoundsSeen = ratios.SelectMany(r => r.Rounds).Distinct().Count(),
            Workloads = [.. ratios.Zip(means, (r, m) => (r.Workload, m))],
        };
    }

    /// <summary>
    /// By which factor each workload's spread should be expected above its calibration, because the machine as a whole has
    /// become louder or quieter. It is judged by the other workloads; the workload's own pairs speak for themselves later.
    /// </summary>
    private static double[] NoiseLevels(IReadOnlyList<LogRatios> ratios, NoiseModel noise)
    {
        var found = ratios.Select(r => (r.Values.Count, Excess: Excess(r, noise.For(r.Workload)))).ToList();
        var freedom = noise.LevelDegreesOfFreedom + found.Sum(f => f.Count - 1);
        var excess = noise.LevelDegreesOfFreedom + found.Sum(f => f.Excess);
        return [.. found.Select(f => Math.Sqrt((excess - f.Excess) / (freedom - f.Count + 1)))];

        static double Excess(LogRatios r, NoiseScale prior) =>
            RobustMean.Of(r.Values, prior).SumOfSquares / (prior.SpreadLog * prior.SpreadLog);
    }

    /// <summary>
    /// By how much the variance of a sum over the workloads exceeds the sum of their variances, because a disturbance may
    /// hit neighbours in a round alike. Never below 1.
    /// </summary>
    private static double Inflation(IReadOnlyList<LogRatios> ratios, List<RobustMean> means)
    {
        var perRound = new Dictionary<int, double>();
        foreach (var (ratio, mean) in ratios.Zip(means))
        {
            foreach (var (round, residual) in ratio.Rounds.Zip(mean.Residuals))
            {
                perRound[round] = perRound.GetValueOrDefault(round) + residual;
            }
        }

        var alone = means.Sum(m => m.SumOfSquares);
        var together = perRound.Values.Sum(v => v * v);
        var expected = 1 + (means.Count - 1) * ExpectedCorrelation;
        var freedom = alone > 0 ? perRound.Count - 1 : 0;
        var found = alone > 0 ? together / alone : expected;
        return Math.Max(1, (CorrelationRounds * expected + freedom * found) / (CorrelationRounds + freedom));
    }
}
