using PerfHunt.Verification.Measuring;

namespace PerfHunt.Tests.Verification.Measuring;

public sealed class RoundOrderTests
{
    [Test]
    public void Two_rounds_have_opposite_orders([Values(0, 1, -5, long.MaxValue)] long seed, [Values(1, 3, 11)] int round, [Values(0, 1, 7)] int workload) =>
        Assert.That(RoundOrder.CandidateFirst(seed, round, workload), Is.Not.EqualTo(RoundOrder.CandidateFirst(seed, round + 1, workload)));

    [Test]
    public void The_order_is_drawn_anew_for_each_block_workload_and_seed()
    {
        var draws =
            from seed in Enumerable.Range(0, 20)
            from block in Enumerable.Range(0, 20)
            from workload in Enumerable.Range(0, 5)
            select RoundOrder.CandidateFirst(seed, (2 * block) + 1, workload);

        // 2000 tosses of a fair coin: four standard deviations.
        Assert.That(draws.Count(first => first), Is.InRange(910, 1090));
    }

    [Test]
    public void The_same_seed_gives_the_same_orders_on_every_machine() =>
        Assert.That(
            string.Concat(Enumerable.Range(0, 16).Select(i => RoundOrder.CandidateFirst(42, (2 * i) + 1, 0) ? 'c' : 'b')),
            Is.EqualTo("bbccbbbbbcbbbcbc"));
}
