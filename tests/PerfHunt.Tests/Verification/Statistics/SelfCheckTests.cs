using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class SelfCheckTests
{
    private static readonly VerdictPlan Plan = VerdictPlan.From(new ThresholdConfig());

    [Test]
    public void A_baseline_that_equals_itself_passes()
    {
        var check = SelfCheck.Of(Plan, Rounds.Random(3, 5, 0, 0.008, new Random(1)));

        Assert.That((check.Passed, check.Warning), Is.EqualTo((true, (string?)null)));
        Assert.That(check.Reason, Does.StartWith("the baseline measured against itself shows no change"));
    }

    [Test]
    public void Slots_that_differ_fail() =>
        Assert.That(SelfCheck.Of(Plan, Rounds.Random(3, 5, 4, 0.008, new Random(1))).Passed, Is.False);

    [Test]
    public void A_single_workload_that_differs_from_itself_fails_and_is_named()
    {
        var check = SelfCheck.Of(Plan, Rounds.Of(6, 8, w => w == 2 ? 6 : w == 3 ? -4.4 : 0));

        Assert.That(check.Passed, Is.False);
        Assert.That(check.Reason, Does.Contain("workload w2"));
    }

    [Test]
    public void Too_much_noise_passes_with_a_warning()
    {
        var check = SelfCheck.Of(Plan, Rounds.Random(4, 2, 0, 0.1, new Random(1)));

        Assert.That(check.Passed, Is.True);
        Assert.That(check.Warning, Does.Contain("even 12 rounds show only changes of"));
    }

    [Test]
    public void Measurements_that_cannot_be_judged_fail() =>
        Assert.That(SelfCheck.Of(Plan, [new("w", 1, 0, 1)]).Passed, Is.False);
}
