using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public sealed class HoldOutRuleTests
{
    private static readonly VerdictPlan Plan = VerdictPlan.From(new ThresholdConfig());

    [Test]
    public void A_gain_on_unseen_inputs_confirms() =>
        Assert.That(Judge(rounds: 2, effect: -5, seen: -5).Kind, Is.EqualTo(HoldOutKind.Confirmed));

    [Test]
    public void A_gain_on_known_inputs_only_is_told() =>
        Assert.That(Judge(rounds: 3, effect: 0, seen: -5).Kind, Is.EqualTo(HoldOutKind.KnownInputsOnly));

    [Test]
    public void A_tenth_of_the_gain_is_not_enough() =>
        Assert.That(Judge(rounds: 6, effect: -1, seen: -10).Kind, Is.EqualTo(HoldOutKind.KnownInputsOnly));

    [Test]
    public void Slower_unseen_inputs_are_a_regression() =>
        Assert.That(Judge(rounds: 3, effect: 5, seen: -5).Kind, Is.EqualTo(HoldOutKind.Slower));

    [Test]
    public void One_round_says_nothing() => Assert.That(Judge(rounds: 1, effect: -5, seen: -5).Kind, Is.EqualTo(HoldOutKind.Open));

    [Test]
    public void A_true_gain_is_hardly_ever_taken_for_one_of_known_inputs_and_a_made_one_hardly_ever_for_true()
    {
        const int Trials = 400;
        var random = new Random(11);
        var kinds = Enumerable.Range(0, Trials).Select(_ => (True: Sequential(-2, random), Made: Sequential(0, random))).ToList();

        Assert.That(kinds.Count(pair => pair.True != HoldOutKind.Confirmed), Is.LessThanOrEqualTo(Trials / 50), "true gains, seed 11");
        Assert.That(kinds.Count(pair => pair.Made == HoldOutKind.Confirmed), Is.LessThanOrEqualTo(Trials / 20), "made gains, seed 11");
    }

    private static HoldOutKind Sequential(double percent, Random random)
    {
        var pairs = Rounds.Random(Plan.MaxRounds, 2, percent, 0.009, random);
        for (var round = 1; round < Plan.MaxRounds; round++)
        {
            var look = HoldOutRule.Judge(VerdictRule.Judge(Plan, [.. pairs.Where(pair => pair.Round <= round)]), -2);
            if (look.Kind != HoldOutKind.Open)
            {
                return look.Kind;
            }
        }

        return HoldOutKind.Open;
    }

    private static HoldOutVerdict Judge(int rounds, double effect, double seen) =>
        HoldOutRule.Judge(VerdictRule.Judge(Plan, [.. Rounds.Random(rounds, 5, effect, 0.002, new Random(3))]), seen);
}
