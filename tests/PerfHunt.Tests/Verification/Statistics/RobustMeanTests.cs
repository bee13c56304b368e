using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class RobustMeanTests
{
    private static readonly NoiseScale Prior = new(0.01, 4);

    [Test]
    public void Tame_values_give_the_mean_and_the_moderated_variance()
    {
        var mean = RobustMean.Of([0.010, 0.012, 0.005], Prior);

        // By hand: squares about 0.009 are 1e-6 + 9e-6 + 16e-6; (4 * 1e-4 + 26e-6) / (4 + 2).
        Assert.That(mean.Value, Is.EqualTo(0.009).Within(1e-12));
        Assert.That(mean.SumOfSquares, Is.EqualTo(26e-6).Within(1e-12));
        Assert.That(mean.Variance, Is.EqualTo(71e-6).Within(1e-12));
        Assert.That(mean.DegreesOfFreedom, Is.EqualTo(6));
    }

    [Test]
    public void A_wild_value_counts_no_more_than_one_at_the_edge()
    {
        var values = new[] { 0.001, 0.000, -0.001, 0.000, 0.001, -0.001 };
        var wild = RobustMean.Of([.. values, 0.5], Prior).Value;
        var wilder = RobustMean.Of([.. values, 50], Prior).Value;

        Assert.That(wild, Is.EqualTo(wilder).Within(1e-9));
        Assert.That(wild, Is.LessThan(0.004), "the plain mean would be 0.07");
    }

    [Test]
    public void A_single_value_has_the_variance_of_the_prior()
    {
        var mean = RobustMean.Of([0.3], Prior);

        Assert.That(mean.Value, Is.EqualTo(0.3));
        Assert.That(mean.VarianceOfMean, Is.EqualTo(1e-4).Within(1e-12));
    }

    [Test]
    public void Equal_values_without_any_spread_keep_a_variance()
    {
        Assert.That(RobustMean.Of([0.1, 0.1, 0.1], Prior).Variance, Is.GreaterThan(0));
    }

    [Test]
    public void The_variance_of_the_estimate_is_right_with_heavy_tails()
    {
        const int trials = 4000, size = 8, seed = 11;
        var random = new Random(seed);
        var found = Enumerable.Range(0, trials).Select(_ => RobustMean.Of(HeavyTailed(size, random), Prior)).ToList();
        var actual = found.Average(m => m.Value * m.Value);

        Assert.That(found.Average(m => m.VarianceOfMean), Is.EqualTo(actual).Within(15).Percent, $"seed {seed}");
    }

    /// <summary>One value in twenty has five times the spread.</summary>
    private static double[] HeavyTailed(int size, Random random) =>
        [.. Enumerable.Range(0, size).Select(_ => 0.01 * Gauss.Next(random) * (random.Next(20) == 0 ? 5 : 1))];
}
