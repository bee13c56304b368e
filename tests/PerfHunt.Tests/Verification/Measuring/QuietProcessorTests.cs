using PerfHunt.Verification.Measuring;

namespace PerfHunt.Tests.Verification.Measuring;

public sealed class QuietProcessorTests
{
    [Test]
    public void Busy_and_steal_ticks_are_read()
    {
        var times = ProcessorTimes.Parse("cpu  9 9 9 9 9 9 9 9 9 9\ncpu0 1 2 4 1000 2000 8 16 32 64 128\ncpu11 1 0 0 5 0 0 0 7\nintr 1 2 3\ncpux 1 2 3 4 5 6 7 8\ncpu2 1 2\n");

        Assert.That(times, Is.EqualTo([new ProcessorTimes(0, 31, 32), new ProcessorTimes(11, 1, 7)]));
    }

    [TestCase(5, 0, 9, 0, 0)]
    [TestCase(9, 0, 5, 0, 1)]
    [TestCase(5, 5, 9, 0, 1)]
    [TestCase(5, 0, 5, 0, 1)]
    public void The_least_disturbed_is_chosen(long busy0, long steal0, long busy1, long steal1, int expected)
    {
        ProcessorTimes[] before = [new(0, 100, 10), new(1, 200, 20)];
        ProcessorTimes[] after = [new(0, 100 + busy0, 10 + steal0), new(1, 200 + busy1, 20 + steal1)];

        Assert.That(QuietProcessor.Choose(before, after, [0, 1]), Is.EqualTo(expected));
    }

    [Test]
    public void Only_allowed_processors_are_chosen()
    {
        ProcessorTimes[] before = [new(0, 0, 0), new(1, 0, 0)];

        Assert.That(QuietProcessor.Choose(before, [new(0, 1, 0), new(1, 99, 0)], [1]), Is.EqualTo(1));
        Assert.That(QuietProcessor.Choose([], [], [3, 4]), Is.EqualTo(3));
    }

    [Test]
    [Category("Processes")]
    public void This_machine_has_one() => Assert.That(PerfHunt.Processes.AllowedProcessors.List(), Does.Contain(QuietProcessor.Find()));
}
