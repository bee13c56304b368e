using PerfHunt.Processes;
using PerfHunt.Tests.Workloads;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Measuring.Counting;
using PerfHunt.Errors;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Verification.Measuring.Counting;

public sealed class CounterTests : ScriptedProgram
{
    // perf stat -x, -e instructions:u true; perf 6.1, on a machine with counters, with two kinds of cores, and without counters.
    [TestCase("# started on Wed Nov 25\n\n157483,,instructions:u,500211,100.00,,\n", 157483)]
    [TestCase("1000,,cpu_core/instructions/u,1,50.00,,\n500,,cpu_atom/instructions/u,1,50.00,,\n", 1500)]
    public void Counts_of_perf_stat_are_read(string text, double expected) =>
        Assert.That(HardwareCounter.Parse(text, "f").Value!.Value, Is.EqualTo(expected));

    [TestCase("<not supported>,,instructions:u,0,100.00,,\n", "the kernel counts no instructions here: <not supported>")]
    [TestCase("<not counted>,,instructions:u,0,0.00,,\n", "<not counted>")]
    [TestCase("", "expected a line of perf stat")]
    public void A_machine_without_counters_is_told(string text, string problem) =>
        Assert.That(HardwareCounter.Parse(text, "f").Error!.Problem, Does.Contain(problem));

    [TestCase("version: 1\nevents: Ir\n\ntotals: 123456\n", 123456)]
    [TestCase("totals: 12 3 4\n", 12)]
    public void Totals_of_callgrind_are_read(string text, double expected) =>
        Assert.That(CallgrindCounter.Parse(text.Split('\n'), "f").Value!.Value, Is.EqualTo(expected));

    [TestCase("version: 1\n")]
    [TestCase("totals: none\n")]
    public void A_profile_without_totals_is_located(string text) =>
        Assert.That(CallgrindCounter.Parse(text.Split('\n'), "f").Error!.Source, Is.EqualTo("f"));

    [Test]
    public void Instructions_under_callgrind_are_the_same_each_time_and_streams_and_exit_code_are_the_programs_own()
    {
        Require("valgrind");
        var runner = RunnerFor();
        var counted = CountedRuns.For(Metric.Callgrind, Processes, runner)!;
        var program = Program("a", "i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done; echo out; echo err >&2; exit 3");

        var runs = new[] { Side.First, Side.Second }.Select(side => counted.Run(Fixed(), program, side, CancellationToken.None)).ToList();

        Assert.That(runs[0].Count, Is.GreaterThan(100_000));
        Assert.That(runs[1].Count, Is.EqualTo(runs[0].Count).Within(0.01).Percent);
        Assert.That(runs.Select(run => run.ExitCode), Is.All.EqualTo(3));
        Assert.That(runs[1].BehavesAs(runner.Run(Fixed(), program)), Is.True);
    }

    [Test]
    public void Twice_the_work_is_twice_the_instructions()
    {
        Require("valgrind");
        var counted = CountedRuns.For(Metric.Callgrind, Processes, RunnerFor())!;
        double Count(string slot, int turns) =>
            counted.Run(Fixed(), Program(slot, $"i=0; while [ $i -lt {turns} ]; do i=$((i+1)); done"), Side.First, CancellationToken.None).Count!.Value;

        // Starting the shell costs a part of it.
        Assert.That((Count("a", 60_000) - Count("b", 20_000)) / (Count("b", 20_000) - Count("c", 0)), Is.EqualTo(2).Within(0.05));
    }

    [Test]
    public void Counters_that_are_missing_end_with_a_remedy()
    {
        Require("perf");
        var counted = CountedRuns.For(Metric.Instructions, Processes, RunnerFor())!;
        try
        {
            Assert.That(counted.Run(Fixed(), Program("a", "true"), Side.First, CancellationToken.None).Count, Is.Positive);
        }
        catch (HuntException fault)
        {
            Assert.That((fault.ExitCode, fault.Remedy), Is.EqualTo((ExitCode.Precondition, HardwareCounter.Remedy)));
            Assert.That(fault.Message, Does.Contain("counts no instructions here"));
        }
    }

    private static void Require(string program)
    {
        if (!ExecutableLookup.IsOnPath(program))
        {
            Assert.Ignore($"not installed: {program}");
        }
    }
}
