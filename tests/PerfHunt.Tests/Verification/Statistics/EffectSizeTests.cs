using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class EffectSizeTests
{
    private static readonly VerdictPlan Plan = VerdictPlan.From(new ThresholdConfig());

    [TestCase(-2, false)]
    [TestCase(-8, true)]
    [TestCase(8, true)]
    public void Large_effects_need_solo_runs(double percent, bool expected) =>
        Assert.That(EffectSize.NeedsSoloRuns(VerdictRule.Judge(Plan, Rounds.Of(3, 5, percent))), Is.EqualTo(expected));

    [Test]
    public void The_larger_the_effect_the_more_the_solo_runs_weigh()
    {
        var (small, large) = (Size(-5, -7), Size(-40, -42));

        Assert.That(small.EffectPercent, Is.InRange(-6.3, -5.0));
        Assert.That(large.EffectPercent, Is.InRange(-42.0, -41.0));
        Assert.That((small.Agrees, large.Agrees), Is.EqualTo((true, true)));
        Assert.That(large.LowPercent, Is.LessThan(-42).And.GreaterThan(-45));
    }

    [Test]
    public void Solo_runs_that_contradict_the_duets_are_told()
    {
        var size = Size(-8, 15);

        Assert.That(size.Agrees, Is.False);
        Assert.That(size.Reason, Does.Contain("contradict each other"));
    }

    [Test]
    public void Solo_runs_that_cannot_be_judged_are_refused() =>
        Assert.That(EffectSize.From(VerdictRule.Judge(Plan, Rounds.Of(3, 5, -8)), []).Refusal, Is.Not.Null);

    private static EffectSize Size(double duetPercent, double soloPercent) => EffectSize.From(
        VerdictRule.Judge(Plan, Rounds.Of(3, 5, duetPercent)),
        Rounds.Random(10, 5, soloPercent, 0.08, new Random(9)));
}
