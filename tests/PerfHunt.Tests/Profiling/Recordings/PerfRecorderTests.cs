using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.Profiling.Recordings;

namespace PerfHunt.Tests.Profiling.Recordings;

public sealed class PerfRecorderTests
{
    [Test]
    public void The_workload_stands_behind_two_dashes_and_nothing_is_quoted()
    {
        var arguments = PerfRecordArguments.For(Command.Of("/bin/echo", "-o", "$(touch x)"), "out file", "cpu-clock", new PerfConfig { CallGraph = "none" });

        Assert.That(arguments, Is.EqualTo(new[]
        {
            "record", "-q", "-e", "cpu-clock", "-F", "999", "--no-bpf-event", "-N", "-o", "out file", "--", "/bin/echo", "-o", "$(touch x)",
        }));
    }

    [TestCase("fp", "--call-graph fp")]
    [TestCase("dwarf", "--call-graph dwarf,8192 -z --buildid-mmap")]
    public void Call_graphs_are_asked_for(string callGraph, string expected) =>
        Assert.That(string.Join(' ', PerfRecordArguments.For(Command.Of("a"), "o", "e", new PerfConfig { CallGraph = callGraph })), Does.Contain(expected));

    [Test]
    public void Another_call_graph_is_refused_with_the_ones_that_exist() =>
        Assert.That(
            () => PerfRecordArguments.For(Command.Of("a"), "o", "e", new PerfConfig { CallGraph = "lbr" }),
            Throws.Exception.Message.Contains("none, fp or dwarf"));

    [TestCase("<not supported>,,cycles,0,100.00,,\n", "cpu-clock")]
    [TestCase("<not counted>,,cycles,0,100.00,,\n", "cpu-clock")]
    [TestCase("793129,,cycles,600000,100.00,,\n", "cycles")]
    [TestCase("793129,,cycles:u,600000,100.00,,\n", "cycles")]
    [TestCase("", "cpu-clock")]
    public void The_event_is_what_this_machine_counts(string statOutput, string expected)
    {
        var processes = new ScriptedProcesses(standardError: statOutput);

        Assert.That(new EventChoice(processes).Resolve("auto"), Is.EqualTo(expected));
    }

    [Test]
    public void A_named_event_is_taken_as_it_is() =>
        Assert.That(new EventChoice(new ScriptedProcesses(exitCode: 1)).Resolve("instructions:u"), Is.EqualTo("instructions:u"));

    [Test]
    public void A_workload_that_does_not_exist_is_told_before_perf_runs()
    {
        var processes = new ScriptedProcesses();

        Assert.That(() => new PerfRecorder(processes).Record(Command.Of("/no/such/program"), "x.data", new PerfConfig()), Throws.TypeOf<ExecutableNotFoundException>());
        Assert.That(processes.Commands, Is.Empty);
    }

    [Test]
    public void When_nothing_was_recorded_perf_is_asked_aloud_for_its_reason()
    {
        var processes = new ScriptedProcesses(exitCode: 129, standardError: "event syntax error: 'nonsense'");

        Assert.That(
            () => new PerfRecorder(processes).Record(Command.Of("/bin/sh"), Path.Combine(TestContext.CurrentContext.WorkDirectory, "none.data"), new PerfConfig { Event = "nonsense" }),
            Throws.TypeOf<CommandFailedException>().With.Message.Contains("event syntax error"));
        Assert.That(processes.Commands[^1].Arguments, Does.Not.Contain("-q"));
    }
}
