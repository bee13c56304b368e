using PerfHunt.Verification.Measuring;

namespace PerfHunt.Tests.Verification.Measuring;

public sealed class ResourceGuardTests
{
    private const double Mebibyte = 1 << 20;

    [Test]
    public void A_gain_that_takes_half_as_much_memory_again_is_told() => Assert.That(
        ResourceGuard.Objection([Change(0, 100, 160)], Metric.Cpu, 1.5),
        Is.EqualTo("the gain is paid for with memory: workload w needs 160 MiB at its peak instead of 100 MiB"));

    [TestCase(100, 140)]
    [TestCase(2, 10)]
    [TestCase(100, 50)]
    public void Little_memory_is_nobodys_concern(double before, double now) =>
        Assert.That(ResourceGuard.Objection([Change(0, before, now)], Metric.Cpu, 1.5), Is.Null);

    [Test]
    public void A_gain_in_elapsed_time_that_takes_more_processors_is_told() =>
        Assert.That(ResourceGuard.Objection([Change(80, 10, 10)], Metric.Wall, 1.5), Does.Contain("takes 80 % more CPU time"));

    [Test]
    public void Nothing_compared_nothing_told() => Assert.That(ResourceGuard.Objection([], Metric.Cpu, 1.5), Is.Null);

    private static ResourceChange Change(double cpuPercent, double before, double now) =>
        new("w", cpuPercent, 0, 0, 100 * ((now / before) - 1), 0, 0, before * Mebibyte, now * Mebibyte);
}
