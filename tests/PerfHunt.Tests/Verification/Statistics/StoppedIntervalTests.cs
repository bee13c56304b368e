using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

public class StoppedIntervalTests
{
    private const double Tail = 0.025;

    [Test]
    public void With_a_single_look_it_is_the_usual_interval()
    {
        var rule = Rule(maxRounds: 2, spread: 0.01);

        var (low, high) = StoppedInterval.Of(rule, 0.003, Tail);

        var half = 1.959964 * rule.Spread / Math.Sqrt(2);
        Assert.That(low, Is.EqualTo(0.003 - half).Within(0.02 * half));
        Assert.That(high, Is.EqualTo(0.003 + half).Within(0.02 * half));
    }

    [TestCase(0.0)]
    [TestCase(-0.005)]
    [TestCase(0.01)]
    [TestCase(0.02)]
    public void It_holds_the_truth_as_often_as_it_says_wherever_that_lies(double truth)
    {
        const int trials = 300, seed = 12;
        var rule = Rule(maxRounds: 12, spread: 0.0047);
        var random = new Random(seed);
        var held = Enumerable.Range(0, trials).Count(_ =>
        {
            var (low, high) = StoppedInterval.Of(rule, Stopped(rule, truth, random), Tail);
            return low <= truth && truth <= high;
        });

        // Three standard deviations of a binomial share are 3.8 %.
        Assert.That(100.0 * held / trials, Is.EqualTo(95).Within(3.8), $"seed {seed}");
    }

    private static StoppingRule Rule(int maxRounds, double spread)
    {
        var plan = VerdictPlan.From(new ThresholdConfig { MaxRounds = maxRounds });
        var suite = new SuiteEstimate { Value = 0, Error = spread, DegreesOfFreedom = 1e8, Rounds = 1, RoundsSeen = 1, Workloads = [] };
        return StoppingRule.For(plan, suite);
    }

    private static double Stopped(StoppingRule rule, double truth, Random random)
    {
        var sum = truth + rule.Spread * Gauss.Next(random);
        for (var round = 2; ; round++)
        {
            sum += truth + rule.Spread * Gauss.Next(random);
            if (rule.StopsAt(round, sum / round))
            {
                return sum / round;
            }
        }
    }
}
