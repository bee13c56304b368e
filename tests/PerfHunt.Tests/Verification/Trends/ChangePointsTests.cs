using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Tests.Verification.Statistics;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Tests.Verification.Trends;

public class ChangePointsTests
{
    private const int Seed = 3;

    [Test]
    public void The_statistic_is_the_scaled_energy_distance() => Prop.ForAll(
        Gen.Choose(4, 14).ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), (length, seed) =>
        {
            var random = new System.Random(seed);
            var values = Enumerable.Range(0, length).Select(_ => random.NextDouble()).ToArray();
            var split = EnergySplit.Best(values, 0, length, 2);
            var expected = Enumerable.Range(2, length - 3).Max(at => ScaledEnergy(values[..at], values[at..]));
            return Math.Abs(split.Strength - expected) < 1e-9
                && Math.Abs(ScaledEnergy(values[..split.At], values[split.At..]) - expected) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_shift_is_found_at_its_place()
    {
        var found = ChangePoints.Find(Noisy([(15, 0), (12, 3)]), Seed);

        Assert.That(found.Select(point => point.At), Is.EqualTo(new[] { 15 }), $"seed {Seed}");
        Assert.That(found[0].Probability, Is.LessThan(ChangePoints.Significance));
    }

    [Test]
    public void Several_shifts_are_found_in_order() =>
        Assert.That(
            ChangePoints.Find(Noisy([(20, 0), (15, 6), (20, 1)]), Seed).Select(point => point.At),
            Is.EqualTo(new[] { 20, 35 }));

    [Test]
    public void A_single_wild_value_is_no_change()
    {
        var values = Noisy([(24, 0)]);
        values[11] = 40;

        Assert.That(ChangePoints.Find(values, Seed), Is.Empty, $"seed {Seed}");
    }

    [Test]
    public void Noise_alone_is_seldom_called_a_change()
    {
        const int series = 100;
        var random = new System.Random(Seed);
        var alarms = Enumerable.Range(0, series)
            .Count(i => ChangePoints.Find([.. Enumerable.Range(0, 20).Select(_ => Gauss.Next(random))], i).Length > 0);

        // At 1 % more than 4 of 100 come once in 300 seeds.
        Assert.That(alarms, Is.LessThanOrEqualTo(4), $"seed {Seed}");
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    public void A_short_series_has_no_changes(int length) =>
        Assert.That(ChangePoints.Find([.. Enumerable.Range(0, length).Select(i => i < 4 ? 0.0 : 100)], Seed), Is.Empty);

    [Test]
    public void A_constant_series_has_no_changes() =>
        Assert.That(ChangePoints.Find([.. Enumerable.Repeat(0.1, 40)], Seed), Is.Empty);

    private static double[] Noisy((int Length, double Level)[] parts)
    {
        var random = new System.Random(Seed);
        return [.. parts.SelectMany(part => Enumerable.Range(0, part.Length).Select(_ => part.Level + Gauss.Next(random)))];
    }

    /// <summary>Written down from the definition: mn / (m + n) (2 E|X - Y| - E|X - X'| - E|Y - Y'|), over distinct pairs.</summary>
    private static double ScaledEnergy(double[] x, double[] y)
    {
        double m = x.Length, n = y.Length;
        var between = x.SelectMany(_ => y, (a, b) => Math.Abs(a - b)).Average();
        return m * n / (m + n) * (2 * between - Within(x) - Within(y));

        static double Within(double[] part) =>
            part.SelectMany((_, i) => part.Skip(i + 1), (a, b) => Math.Abs(a - b)).Average();
    }
}
