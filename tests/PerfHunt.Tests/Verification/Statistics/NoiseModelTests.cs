using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class NoiseModelTests
{
    [Test]
    public void A_long_calibration_finds_the_spread_of_each_workload()
    {
        const int seed = 2;
        var random = new Random(seed);
        var pairs = Rounds.Random(200, 1, 0, 0.004, random)
            .Concat(Rounds.Random(200, 1, 0, 0.016, random).Select(pair => pair with { Workload = "loud" }));

        var model = NoiseModel.Learn([.. pairs], "duet");

        Assert.That(model.For("w0").SpreadLog, Is.EqualTo(0.004).Within(15).Percent, $"seed {seed}");
        Assert.That(model.For("loud").SpreadLog, Is.EqualTo(0.016).Within(15).Percent, $"seed {seed}");
    }

    [Test]
    public void A_short_calibration_shrinks_a_lucky_workload_to_the_others()
    {
        var pairs = Rounds.Random(3, 5, 0, 0.01, new Random(4))
            .Select(pair => pair.Workload == "w0" ? pair with { CandidateSeconds = pair.BaselineSeconds } : pair);

        Assert.That(NoiseModel.Learn([.. pairs], "duet").For("w0").SpreadLog, Is.GreaterThan(0.003));
    }

    [Test]
    public void A_quiet_metric_is_not_made_loud_by_the_typical_spread() =>
        Assert.That(NoiseModel.Learn(Rounds.Random(5, 5, 0, 0.0005, new Random(4)), "duet").For("w1").SpreadLog, Is.LessThan(0.001));

    [Test]
    public void However_long_a_calibration_was_the_pairs_at_hand_can_overrule_it()
    {
        var quiet = NoiseModel.Learn(Rounds.Random(100, 5, 0, 0.002, new Random(6)), "duet");
        var plan = VerdictPlan.From(new ThresholdConfig(), quiet);

        var verdict = VerdictRule.Judge(plan, Rounds.Random(6, 5, 0, 0.02, new Random(7)));

        Assert.That(verdict.HighPercent - verdict.LowPercent, Is.GreaterThan(1.2), "1.5 is what the spread of these pairs makes; the calibration alone would say 0.15");
    }

    [Test]
    public void Nothing_usable_leaves_the_typical_noise_of_the_mode()
    {
        Assert.That(NoiseModel.Learn([], "duet").Default.SpreadLog, Is.EqualTo(NoiseModel.TypicalDuetSpreadLog));
        Assert.That(NoiseModel.Learn([new("w", 1, 1, double.NaN)], "solo").Default.SpreadLog, Is.EqualTo(NoiseModel.TypicalSoloSpreadLog));
    }

    [TestCase(1, 15)]
    [TestCase(5, 3)]
    [TestCase(50, 3)]
    public void Fewer_workloads_need_more_rounds_of_calibration(int workloads, int rounds) =>
        Assert.That(NoiseModel.CalibrationRounds(workloads), Is.EqualTo(rounds));
}
