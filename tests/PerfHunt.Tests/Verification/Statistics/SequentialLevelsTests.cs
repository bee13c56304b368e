using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class SequentialLevelsTests
{
    [Test]
    public void A_single_look_gets_the_whole_level() =>
        Assert.That(SequentialLevels.OneSided(0.025, 2), Is.EqualTo(new[] { 0.025 }).Within(1e-12));

    // Solved independently from the multivariate normal distribution of the looks (SciPy 1.10.1, multivariate_normal.cdf, brentq).
    [TestCase(0.025, 4, new[] { 0.0125, 0.01105385, 0.01288645 })]
    [TestCase(0.001, 3, new[] { 0.00066667, 0.00048255 })]
    public void Levels_agree_with_the_joint_distribution_of_the_looks(double alpha, int rounds, double[] expected) =>
        Assert.That(SequentialLevels.OneSided(alpha, rounds), Is.EqualTo(expected).Within(0.5).Percent);

    [Test]
    public void Looking_after_every_round_rejects_a_true_null_as_often_as_promised()
    {
        const int trials = 40_000, seed = 7;
        var bounds = SequentialLevels.OneSided(0.05, 8).Select(Normal.UpperQuantile).ToArray();
        var random = new Random(seed);
        var crossings = Enumerable.Range(0, trials).Count(_ => Crosses(bounds, random));

        // Three standard deviations of a binomial share are 0.33 %.
        Assert.That(100.0 * crossings / trials, Is.EqualTo(5).Within(0.33), $"seed {seed}");
    }

    [Test]
    public void Many_looks_cost_little() =>
        Assert.That(SequentialLevels.OneSided(0.001, 30), Has.Length.EqualTo(29).And.All.GreaterThan(0.00001));

    private static bool Crosses(double[] bounds, Random random)
    {
        var sum = Gauss.Next(random);
        for (var round = 2; round < bounds.Length + 2; round++)
        {
            sum += Gauss.Next(random);
            if (sum / Math.Sqrt(round) > bounds[round - 2])
            {
                return true;
            }
        }

        return false;
    }
}
