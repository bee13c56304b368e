using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.Profiling.Reading;
using PerfHunt.Profiling.Recordings;
using PerfHunt.Tests.Profiling.PerfReport;

namespace PerfHunt.Tests.Profiling.Recordings;

/// <summary>The recorder with the real perf.</summary>
[Category("Perf")]
public sealed class RealRecordingTests
{
    private static readonly PerfConfig Clock = new() { Event = EventChoice.CpuClock };

    [Test]
    public void The_workload_ends_as_if_it_had_run_alone()
    {
        RealTool.Require("perf");
        using var folder = new TemporaryFolder();

        var (recording, workload) = Record(folder, Command.Of("/bin/sh", "-c", "echo out; echo err >&2; exit 7"));

        Assert.That((workload.ExitCode, workload.StandardOutput, workload.StandardError), Is.EqualTo((7, "out\n", "err\n")));
        Assert.That(workload.Command.Executable, Is.EqualTo("/bin/sh"));
        Assert.That(recording.HasCallChains, Is.True);
    }

    [Test]
    public void A_workload_that_a_signal_ends_says_so()
    {
        RealTool.Require("perf");
        using var folder = new TemporaryFolder();

        Assert.That(Record(folder, Command.Of("/bin/sh", "-c", "kill -9 $$")).Workload.ExitCode, Is.EqualTo(137));
    }

    [Test]
    public void An_event_that_does_not_exist_is_told_in_perfs_words()
    {
        RealTool.Require("perf");
        using var folder = new TemporaryFolder();

        Assert.That(
            () => new PerfRecorder(RealTool.Processes).Record(Command.Of("true"), folder.File("x.data"), Clock with { Event = "no-such-event" }),
            Throws.TypeOf<CommandFailedException>().With.Message.Contains("no-such-event"));
    }

    [Test]
    public void Both_readers_count_the_same_samples()
    {
        using var program = RecordedProgram.BuildRust();
        var file = program.Record(Clock with { CallGraph = "none" }, "300");

        var perf = new PerfReportReader(RealTool.Processes).Read(file).Value!;
        var ours = new PerfDataReader().Read(file).Value!;

        Assert.That((ours.Event, ours.Samples, ours.TotalPeriod), Is.EqualTo((perf.Event, perf.Samples, perf.TotalPeriod)));
        Assert.That(ours.Samples, Is.Positive, "how many depends on who else uses the machine");
    }

    private static (Recording Recording, ProcessOutcome Workload) Record(TemporaryFolder folder, Command command) =>
        new PerfRecorder(RealTool.Processes).Record(command, folder.File("x.data"), Clock);
}
