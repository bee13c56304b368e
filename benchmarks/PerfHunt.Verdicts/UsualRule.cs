using PerfHunt.Verification.Statistics;

namespace PerfHunt.Verdicts;

/// <summary>A rule in common use, to compare with: so many runs of the suite on each side, one decision.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Runs">Runs of the suite on each side.</param>
/// <param name="Decide">The decision from the times of the suite before and after, one row a run, one column a workload.</param>
internal sealed record UsualRule(string Name, int Runs, Func<double[][], double[][], VerdictKind> Decide)
{
    private const double BoundPercent = 2;

    /// <summary>The two-sided 5 % level of the normal distribution.</summary>
    private const double SignificantScore = 1.96;

    public static IReadOnlyList<UsualRule> All { get; } =
    [
        new("one run before, one after, 2 %", 1, (before, after) => ByBound(Mean(before), Mean(after))),
        new("minimum of 5, 2 %", 5, (before, after) => ByBound(Minimum(before), Minimum(after))),
        new("mean of 10, 2 %", 10, (before, after) => ByBound(Mean(before), Mean(after))),
        new("Mann-Whitney, 10 against 10, 5 % level", 10, ByRanks),
    ];

    /// <summary>How often each verdict is said.</summary>
    /// <param name="noise">Where the runs come from.</param>
    /// <param name="interleaved">
    /// False: all runs of the baseline first, then all of the candidate, as these rules are used. True: both sides of the same rounds.
    /// </param>
    public Dictionary<VerdictKind, double> Run(NoiseSource noise, Change change, bool interleaved, int trials, Random random)
    {
        var counts = Enum.GetValues<VerdictKind>().ToDictionary(kind => kind, _ => 0.0);
        for (var i = 0; i < trials; i++)
        {
            var rounds = noise.DrawStretch(interleaved ? Runs : 2 * Runs, random);
            var before = rounds.Take(Runs).Select(round => round.Select(pair => pair.A).ToArray()).ToArray();
            var after = rounds.TakeLast(Runs).Select(round => round.Select((pair, w) => pair.B * (1 + change.Percent(w) / 100)).ToArray()).ToArray();
            counts[Decide(before, after)] += 100.0 / trials;
        }

        return counts;
    }

    private static VerdictKind ByBound(double before, double after) => (100 * (after / before - 1)) switch
    {
        < -BoundPercent => VerdictKind.Improved,
        > BoundPercent => VerdictKind.Regressed,
        _ => VerdictKind.Inconclusive,
    };

    private static VerdictKind ByRanks(double[][] before, double[][] after) =>
        RankTest.Score([.. before.Select(run => run.Sum())], [.. after.Select(run => run.Sum())]) switch
        {
            < -SignificantScore => VerdictKind.Improved,
            > SignificantScore => VerdictKind.Regressed,
            _ => VerdictKind.Inconclusive,
        };

    private static double Mean(double[][] runs) => runs.Average(run => run.Sum());

    private static double Minimum(double[][] runs) => Enumerable.Range(0, runs[0].Length).Sum(w => runs.Min(run => run[w]));
}
