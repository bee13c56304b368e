using System.Collections.Immutable;

namespace PerfHunt.Verification.Trends;

/// <summary>
/// Finds where a series changed, without assuming a distribution: E-divisive (Matteson and James, "A nonparametric
/// approach for multiple change point analysis of multivariate data", JASA 109, 2014), as it is used on performance
/// histories (Daly and others, ICPE 2020). The clearest split is sought among all stretches, tested by shuffling the values
/// within every stretch, and kept while it is significant.
/// </summary>
public static class ChangePoints
{
    /// <summary>A split that is less probable than this by chance is a change.</summary>
    public const double Significance = 0.01;

    /// <summary>Fewest points between two changes: fewer could not become significant.</summary>
    public const int LeastLength = 4;

    /// <summary>Shuffles for one test; the least probability they can show is 1 in 500.</summary>
    private const int Shuffles = 499;

    /// <summary>The changes in the order of the series; none when it has fewer than twice <see cref="LeastLength"/> values.</summary>
    /// <param name="values">Finite values, one a commit.</param>
    /// <param name="seed">Seed of the shuffling: the same series and seed give the same changes.</param>
    public static ImmutableArray<ChangePoint> Find(IReadOnlyList<double> values, int seed)
    {
        var series = values.ToArray();
        var random = new Random(seed);
        var found = new List<ChangePoint>();
        while (true)
        {
            var edges = found.Select(point => point.At).Append(0).Append(series.Length).Order().ToArray();
            var split = Clearest(series, edges);
            if (split.At < 0)
            {
                break;
            }

            var probability = ByChance(series, edges, split.Strength, random);
            if (probability >= Significance)
            {
                break;
            }

            found.Add(new(split.At, probability));
        }

        return [.. found.OrderBy(point => point.At)];
    }

    private static EnergySplit Clearest(double[] series, int[] edges) =>
        edges.Zip(edges.Skip(1), (from, to) => EnergySplit.Best(series, from, to, LeastLength)).MaxBy(split => split.Strength);

    private static double ByChance(double[] series, int[] edges, double strength, Random random)
    {
        var shuffled = (double[])series.Clone();
        var asClear = 0;
        for (var i = 0; i < Shuffles; i++)
        {
            foreach (var (from, to) in edges.Zip(edges.Skip(1)))
            {
                random.Shuffle(shuffled.AsSpan(from, to - from));
            }

            // A hair less, so that equal splits count however the sums were rounded.
            asClear += Clearest(shuffled, edges).Strength >= strength * (1 - 1e-12) ? 1 : 0;
        }

        return (asClear + 1.0) / (Shuffles + 1);
    }
}
