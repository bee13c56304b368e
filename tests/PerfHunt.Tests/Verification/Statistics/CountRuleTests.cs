using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public sealed class CountRuleTests
{
    private static readonly VerdictPlan Plan = VerdictPlan.From(new ThresholdConfig()) with { Metric = "callgrind", Mode = "solo" };

    [TestCase(0.99, VerdictKind.Improved)]
    [TestCase(0.996, VerdictKind.Equivalent)]
    [TestCase(1.0, VerdictKind.Equivalent)]
    [TestCase(1.009, VerdictKind.Equivalent)]
    [TestCase(1.02, VerdictKind.Regressed)]
    public void One_run_a_side_decides(double ratio, VerdictKind expected)
    {
        var verdict = CountRule.Judge(Plan, Pairs(ratio, ratio), 0.0005);

        Assert.That((verdict.Kind, verdict.Decided, verdict.Rounds), Is.EqualTo((expected, true, 1)));
        Assert.That(verdict.EffectPercent, Is.EqualTo(100 * (ratio - 1)).Within(1e-9));
        Assert.That(verdict.HighPercent - verdict.LowPercent, Is.EqualTo(0.1).Within(0.01));
    }

    [Test]
    public void What_lies_within_the_band_is_no_change() =>
        Assert.That(CountRule.Judge(Plan, Pairs(0.98, 0.98), 0.03).Kind, Is.EqualTo(VerdictKind.Inconclusive));

    [Test]
    public void One_workload_beyond_its_bound_is_a_regression_whatever_the_suite_says()
    {
        var verdict = CountRule.Judge(Plan, Pairs(0.5, 1.06), 0.0005);

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Regressed));
        Assert.That(verdict.Reason, Does.StartWith("workload w1 executes 6.00 % more instructions under callgrind"));
    }

    [Test]
    public void The_band_is_thrice_the_largest_difference_of_the_baseline_with_itself() =>
        Assert.That(CountRule.BandLog(Pairs(1.001, 0.998)), Is.EqualTo(3 * Math.Log(1 / 0.998)).Within(1e-12));

    [Test]
    public void Equal_counts_still_leave_a_band() => Assert.That(CountRule.BandLog(Pairs(1, 1)), Is.EqualTo(NoiseModel.LeastSpreadLog));

    [Test]
    public void A_program_that_counts_differently_each_time_fails_the_self_check()
    {
        var check = SelfCheck.OfCounts(Plan, Pairs(1.01, 0.999));

        Assert.That(check.Passed, Is.False);
        Assert.That(check.Reason, Does.Contain("counts may differ by 3.0 %"));
        Assert.That(SelfCheck.OfCounts(Plan, Pairs(1.001, 0.9995)).Passed, Is.True);
    }

    private static RunPair[] Pairs(params double[] ratios) => [.. ratios.Select((ratio, i) => new RunPair($"w{i}", 1, 1e9, 1e9 * ratio))];
}
