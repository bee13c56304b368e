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

        Assert.That(Choose(before, after, [0, 1]).Cpu, Is.EqualTo(expected));
    }

    [Test]
    public void Only_allowed_processors_are_chosen()
    {
        ProcessorTimes[] before = [new(0, 0, 0), new(1, 0, 0)];

        Assert.That(Choose(before, [new(0, 1, 0), new(1, 99, 0)], [1]).Cpu, Is.EqualTo(1));
        Assert.That(Choose([], [], [3, 4]).Cpu, Is.EqualTo(3));
    }

    [Test]
    [Category("Processes")]
    public void This_machine_has_one() => Assert.That(PerfHunt.Processes.AllowedProcessors.List(), Does.Contain(QuietProcessor.Look().Cpu));

    [Test]
    public void The_busy_share_is_of_the_time_between_two_readings()
    {
        var look = Choose([new(0, 100, 0), new(1, 200, 7)], [new(0, 150, 0), new(1, 200, 17)], [0, 1]);

        Assert.That(look, Is.EqualTo(new ProcessorLook(1, 0.1, 0.3)));
    }

    [TestCase("procs_running 1\nprocs_blocked 9\n", false)]
    [TestCase("btime 9\nprocs_running 2\n", true)]
    [TestCase("cpu  1 2 3\n", false)]
    public void Whether_others_run_is_told_at_once(string stat, bool expected) => Assert.That(QuietProcessor.IsShared(stat), Is.EqualTo(expected));

    private static ProcessorLook Choose(ProcessorTimes[] before, ProcessorTimes[] after, int[] allowed) =>
        QuietProcessor.Choose(before, after, allowed, TimeSpan.FromSeconds(1));
}
