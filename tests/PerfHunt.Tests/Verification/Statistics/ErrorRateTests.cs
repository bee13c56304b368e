using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

/// <summary>
/// The promised error rates in a short form: whole verdicts, from calibration to decision, on recorded noise.
/// The long form, with more cells and trials, is benchmarks/PerfHunt.Verdicts; docs/benchmarks.md has its results.
/// </summary>
public class ErrorRateTests
{
    private const int Seed = 1;
    private const int Workloads = 5;

    [TestCase("E3d")]
    [TestCase("E4d", Description = "another load on the machine")]
    public void No_change_is_called_one_in_less_than_one_case_in_two_hundred(string experiment)
    {
        var verdicts = Simulate(experiment, percent: 0, trials: 300);

        // At a true rate of 0.2 % more than 3 of 300 would come once in 300 seeds.
        Assert.That(verdicts.Count(v => v.Kind is VerdictKind.Improved or VerdictKind.Regressed), Is.LessThanOrEqualTo(3), $"seed {Seed}");
        Assert.That(MedianRounds(verdicts), Is.LessThanOrEqualTo(6));
        Assert.That(CoveredPercent(verdicts, 0), Is.InRange(92, 98.5));
    }

    [TestCase(2, VerdictKind.Regressed)]
    [TestCase(-2, VerdictKind.Improved)]
    public void Two_percent_are_seen_in_the_right_direction(double percent, VerdictKind expected)
    {
        var verdicts = Simulate("E3d", percent, trials: 200);

        Assert.That(verdicts.Count(v => v.Kind == expected), Is.GreaterThanOrEqualTo(0.98 * verdicts.Count), $"seed {Seed}");
        Assert.That(verdicts.Count(v => v.Kind is VerdictKind.Improved or VerdictKind.Regressed && v.Kind != expected), Is.Zero);
        Assert.That(MedianRounds(verdicts), Is.LessThanOrEqualTo(6));
        Assert.That(CoveredPercent(verdicts, percent), Is.InRange(90, 99.5));
    }

    [TestCase(5, VerdictKind.Regressed)]
    [TestCase(-5, VerdictKind.Improved)]
    public void Five_percent_are_seen_in_every_case_after_two_or_three_rounds(double percent, VerdictKind expected)
    {
        var verdicts = Simulate("E3d", percent, trials: 100);

        Assert.That(verdicts.Select(v => v.Kind), Has.All.EqualTo(expected), $"seed {Seed}");
        Assert.That(MedianRounds(verdicts), Is.LessThanOrEqualTo(3));
    }

    private static List<Verdict> Simulate(string experiment, double percent, int trials)
    {
        var noise = RecordedNoise.Of(experiment);
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, trials).Select(_ => Once(noise, percent, random))];
    }

    private static Verdict Once(RecordedNoise noise, double percent, Random random)
    {
        var thresholds = new ThresholdConfig();
        var before = NoiseModel.CalibrationRounds(Workloads);
        var pairs = noise.Draw(before + thresholds.MaxRounds, Workloads, random);
        var model = NoiseModel.Learn([.. pairs.Where(pair => pair.Round < before)], "duet");
        var plan = VerdictPlan.From(thresholds, model);
        var changed = pairs.Where(pair => pair.Round >= before)
            .Select(pair => pair with { CandidateSeconds = pair.CandidateSeconds * (1 + percent / 100) })
            .ToList();
        return Enumerable.Range(2, int.MaxValue - 2)
            .Select(rounds => VerdictRule.Judge(plan, [.. changed.Where(pair => pair.Round < before + rounds)]))
            .First(verdict => verdict.Decided);
    }

    private static int MedianRounds(List<Verdict> verdicts) =>
        verdicts.Select(v => v.Rounds).Order().ElementAt(verdicts.Count / 2);

    private static double CoveredPercent(List<Verdict> verdicts, double truth) =>
        100.0 * verdicts.Count(v => v.LowPercent <= truth && truth <= v.HighPercent) / verdicts.Count;
}
