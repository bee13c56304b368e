using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class VerdictRuleTests
{
    private static readonly VerdictPlan Plan = VerdictPlan.From(new ThresholdConfig());

    [Test]
    public void Three_rounds_of_a_large_gain_are_an_improvement_with_its_size_and_reason()
    {
        var verdict = VerdictRule.Judge(Plan, Pairs(rounds: 3, workloads: 5, percent: -6.5));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Improved));
        Assert.That(verdict.Decided, Is.True);
        Assert.That(verdict.EffectPercent, Is.EqualTo(-6.5).Within(0.05));
        Assert.That(verdict.Reason, Does.StartWith("the suite takes 6.5 % less CPU time (95 % interval -6.8 to -6.2 %,"));
        Assert.That(verdict.Reason, Does.EndWith("3 rounds of 5 workloads)"));
    }

    [Test]
    public void A_slowdown_of_the_bound_itself_is_a_regression()
    {
        Assert.That(VerdictRule.Judge(Plan, Pairs(3, 5, 2)).Kind, Is.EqualTo(VerdictKind.Regressed));
    }

    [Test]
    public void Two_rounds_are_enough_for_a_huge_effect_only()
    {
        Assert.That(VerdictRule.Judge(Plan, Pairs(2, 5, -8)).Decided, Is.True);
        Assert.That(VerdictRule.Judge(Plan, Pairs(2, 5, -2)).Decided, Is.False);
    }

    [Test]
    public void One_round_is_never_enough()
    {
        Assert.That(VerdictRule.Judge(Plan, Pairs(1, 5, -30)).Decided, Is.False);
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_time_that_is_no_positive_number_is_refused_with_its_place(double seconds)
    {
        var verdict = VerdictRule.Judge(Plan, [new("deep", 1, 1, 1), new("wide", 2, 1, seconds)]);

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Inconclusive));
        Assert.That(verdict.Refusal!.Source, Is.EqualTo("round 2, workload wide"));
        Assert.That(verdict.Reason, Does.Contain("candidate"));
    }

    [Test]
    public void Nothing_measured_is_refused()
    {
        Assert.That(VerdictRule.Judge(Plan, []).Refusal, Is.Not.Null);
    }

    private static List<RunPair> Pairs(int rounds, int workloads, double percent)
    {
        // A small deterministic disturbance that cancels over three rounds and over the sides.
        double[] disturbance = [0.004, -0.005, 0.001];
        var pairs = from round in Enumerable.Range(0, rounds)
                    from workload in Enumerable.Range(0, workloads)
                    let noise = disturbance[(round + workload) % 3]
                    select new RunPair($"w{workload}", round, 1 + workload, (1 + workload) * (1 + percent / 100) * Math.Exp(noise));
        return [.. pairs];
    }
}
