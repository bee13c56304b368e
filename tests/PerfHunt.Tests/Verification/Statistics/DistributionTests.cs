using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

/// <summary>Expected values: SciPy 1.10.1 (scipy.stats.norm, scipy.stats.t, scipy.special), and closed forms where given.</summary>
public class DistributionTests
{
    [TestCase(0.5, 0.3085375387259869)]
    [TestCase(1, 0.15865525393145707)]
    [TestCase(2.4999, 0.006211418374944587)]
    [TestCase(2.5, 0.006209665325776132)]
    [TestCase(5, 2.866515718791933e-07)]
    [TestCase(10, 7.61985302416047e-24)]
    [TestCase(-1, 1 - 0.15865525393145707)]
    public void Normal_tails_are_exact_far_out_too(double z, double tail) =>
        Assert.That(Normal.UpperTail(z), Is.EqualTo(tail).Within(1e-11).Percent);

    [TestCase(0.4, 0.2533471031357997)]
    [TestCase(0.025, 1.9599639845400545)]
    [TestCase(1e-6, 4.753424308822899)]
    [TestCase(1e-12, 7.034483825301131)]
    [TestCase(0.975, -1.9599639845400545)]
    [TestCase(0.5, 0)]
    public void Normal_quantiles_are_those_of_the_tables(double tail, double z) =>
        Assert.That(Normal.UpperQuantile(tail), Is.EqualTo(z).Within(1e-11));

    [TestCase(0.3, 5, 0.38812452113163726)]
    [TestCase(2, 3.7, 0.06090860095261697)]
    [TestCase(-1.5, 8, 0.9139983540240443)]
    [TestCase(20, 6, 5.071276375849788e-07)]
    public void Tails_of_t_are_exact_for_broken_degrees_of_freedom_too(double t, double df, double tail) =>
        Assert.That(StudentT.UpperTail(t, df), Is.EqualTo(tail).Within(1e-9).Percent);

    [TestCase(0.025, 1, 12.706204736432102)]
    [TestCase(0.025, 2.5, 3.574654842011878)]
    [TestCase(0.0005, 4, 8.610301581379652)]
    [TestCase(0.001, 7.3, 4.688865993544005)]
    [TestCase(1e-5, 13.7, 6.346573035657954)]
    [TestCase(0.025, 200, 1.9718962236316093)]
    [TestCase(0.025, 1e8, 1.9599639845400545)]
    public void Quantiles_of_t_are_those_of_the_tables(double tail, double df, double t)
    {
        Assert.That(StudentT.UpperQuantile(tail, df), Is.EqualTo(t).Within(1e-8).Percent);
        Assert.That(StudentT.UpperQuantile(1 - tail, df), Is.EqualTo(-t).Within(1e-6).Percent);
    }

    [TestCase(0.5, 2, 3, 0.6875)]
    [TestCase(0.83, 6.5, 0.5, 0.1267049757257528)]
    [TestCase(0.02, 0.7, 12, 0.36756958533783984)]
    [TestCase(0, 2, 2, 0)]
    [TestCase(1, 2, 2, 1)]
    public void The_incomplete_beta_function_is_right_on_both_branches(double x, double a, double b, double expected) =>
        Assert.That(IncompleteBeta.Regularised(x, a, b), Is.EqualTo(expected).Within(1e-12));

    [TestCase(0.5, 0.5723649429247)]
    [TestCase(1, 0)]
    [TestCase(3.3, 0.9870985778947343)]
    [TestCase(100, 359.1342053695754)]
    public void The_gamma_function_is_right(double x, double expected) =>
        Assert.That(LogGamma.Of(x), Is.EqualTo(expected).Within(1e-12));
}
