using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class VerdictRuleTests
{
    private static readonly VerdictPlan Plan = VerdictPlan.From(new ThresholdConfig());

    [Test]
    public void Three_rounds_of_a_large_gain_are_an_improvement_with_its_size_and_reason()
    {
        var verdict = VerdictRule.Judge(Plan, Rounds.Of(3, 5, -6.5));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Improved));
        Assert.That(verdict.Decided, Is.True);
        Assert.That(verdict.EffectPercent, Is.EqualTo(-6.5).Within(0.05));
        Assert.That(verdict.Reason, Does.Match(
            @"^the suite takes 6\.5 % less CPU time \(95 % interval -[67]\.\d to -[56]\.\d %, 3 rounds of 5 workloads\)$"));
    }

    [Test]
    public void A_slowdown_of_the_bound_itself_is_a_regression() =>
        Assert.That(VerdictRule.Judge(Plan, Rounds.Of(3, 5, 2)).Kind, Is.EqualTo(VerdictKind.Regressed));

    [Test]
    public void No_change_is_equivalent_when_the_interval_lies_between_the_bounds()
    {
        var verdict = VerdictRule.Judge(Plan, Rounds.Of(3, 5, 0));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Equivalent));
        Assert.That(verdict.Reason, Does.StartWith("the suite takes the same CPU time, no more than 0.5 % less or 1 % more (95 %"));
    }

    [Test]
    public void Two_rounds_are_enough_for_a_huge_effect_only()
    {
        Assert.That(VerdictRule.Judge(Plan, Rounds.Of(2, 5, -8)).Decided, Is.True);
        Assert.That(VerdictRule.Judge(Plan, Rounds.Of(2, 5, -2)).Decided, Is.False);
    }

    [Test]
    public void One_round_is_never_enough() =>
        Assert.That(VerdictRule.Judge(Plan, Rounds.Of(1, 5, -30)).Decided, Is.False);

    [Test]
    public void A_workload_that_gets_much_slower_is_a_regression_whatever_the_suite_says()
    {
        var verdict = VerdictRule.Judge(Plan, Rounds.Of(3, 5, w => w == 3 ? 9 : -8));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Regressed));
        Assert.That(verdict.EffectPercent, Is.LessThan(-4));
        Assert.That(verdict.Reason, Does.StartWith("workload w3 takes 9.0 % more CPU time (95 % interval").And.Contain("above the bound of 5 %"));
    }

    [Test]
    public void A_workload_that_moves_as_much_as_code_layout_moves_it_is_no_regression() =>
        Assert.That(VerdictRule.Judge(Plan, Rounds.Of(6, 5, w => w == 3 ? 2 : 0)).Kind, Is.EqualTo(VerdictKind.Equivalent));

    [Test]
    public void An_improvement_waits_while_a_workload_may_be_above_its_bound()
    {
        var pairs = Rounds.Of(3, 5, w => w == 0 ? 6 : -8);
        pairs = [.. pairs.Select(p => p.Workload == "w0" ? p with { CandidateSeconds = p.CandidateSeconds * (1 + 0.05 * (p.Round - 1)) } : p)];

        var verdict = VerdictRule.Judge(Plan, pairs);

        Assert.That((verdict.Kind, verdict.Decided), Is.EqualTo((VerdictKind.Inconclusive, false)));
    }

    [Test]
    public void A_workload_that_becomes_ten_times_faster_is_set_aside()
    {
        Assert.That(VerdictRule.Judge(Plan, Rounds.Of(3, 5, w => w == 0 ? -91 : 0)).SetAside, Is.True);
        Assert.That(VerdictRule.Judge(Plan, Rounds.Of(3, 5, w => w == 0 ? -85 : 0)).SetAside, Is.False);
    }

    [Test]
    public void Noise_without_an_answer_ends_inconclusive_when_the_rounds_are_used_up()
    {
        var verdict = VerdictRule.Judge(Plan with { MaxRounds = 4 }, Rounds.Random(4, 1, 0, 0.05, new Random(3)));

        Assert.That((verdict.Kind, verdict.Decided), Is.EqualTo((VerdictKind.Inconclusive, true)));
        Assert.That(verdict.Reason, Does.StartWith("it is neither shown nor excluded that the change matters"));
        Assert.That(verdict.SmallestDetectablePercent, Is.GreaterThan(5));
    }

    [Test]
    public void Measuring_ends_early_when_a_decision_has_become_unlikely()
    {
        var verdict = VerdictRule.Judge(Plan, Rounds.Random(6, 1, 0, 0.05, new Random(3)));

        Assert.That((verdict.Kind, verdict.Decided, verdict.Rounds), Is.EqualTo((VerdictKind.Inconclusive, true, 6)));
    }

    [Test]
    public void More_rounds_than_planned_are_judged_too() =>
        Assert.That(VerdictRule.Judge(Plan with { MaxRounds = 3 }, Rounds.Of(9, 2, 0)).Decided, Is.True);

    [Test]
    public void A_workload_that_is_missing_from_most_rounds_does_not_keep_measuring_going()
    {
        var verdict = VerdictRule.Judge(Plan, [.. Rounds.Of(12, 3, -6), new("rare", 0, 1, 1)]);

        Assert.That((verdict.Kind, verdict.Decided, verdict.Rounds), Is.EqualTo((VerdictKind.Inconclusive, true, 1)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(50)]
    public void Any_number_of_workloads_can_be_judged(int workloads)
    {
        var verdict = VerdictRule.Judge(Plan, Rounds.Of(6, workloads, -6));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Improved));
        Assert.That(verdict.Workloads, Has.Length.EqualTo(workloads));
    }

    [Test]
    public void Every_workload_weighs_the_same_however_long_it_runs()
    {
        var verdict = VerdictRule.Judge(Plan, [new("long", 1, 100, 110), new("short", 1, 0.1, 0.1)]);

        Assert.That(verdict.EffectPercent, Is.EqualTo(100 * (Math.Sqrt(1.1) - 1)).Within(1e-9));
    }

    [Test]
    public void Mode_and_metric_are_told()
    {
        var verdict = VerdictRule.Judge(VerdictPlan.From(new ThresholdConfig(), mode: "closing", metric: "wall"), Rounds.Of(3, 5, -6));

        Assert.That((verdict.Mode, verdict.Metric), Is.EqualTo(("closing", "wall")));
        Assert.That(verdict.Reason, Does.Contain("less wall time"));
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_time_that_is_no_positive_number_is_refused_with_its_place(double seconds)
    {
        var verdict = VerdictRule.Judge(Plan, [new("deep", 1, 1, 1), new("wide", 2, 1, seconds)]);

        Assert.That((verdict.Kind, verdict.Decided), Is.EqualTo((VerdictKind.Inconclusive, true)));
        Assert.That(verdict.Refusal!.Source, Is.EqualTo("round 2, workload wide"));
        Assert.That(verdict.Reason, Does.Contain("candidate"));
    }

    [Test]
    public void Nothing_measured_is_refused() =>
        Assert.That(VerdictRule.Judge(Plan, []).Refusal, Is.Not.Null);
}
