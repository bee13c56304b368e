using System.Globalization;
using System.Text.RegularExpressions;
using PerfHunt.Processes;
using PerfHunt.Processes.Linux;

namespace PerfHunt.Tests.Processes;

public sealed partial class AccountingTests : ProcessFixture
{
    private const string Busy = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";

    [Test]
    public void Time_of_forked_children_is_counted()
    {
        var outcome = Runner.Run(Shell($"for n in 1 2; do ({Busy}) & done; wait; times"));

        Assert.That(outcome.Use.CpuSeconds, Is.EqualTo(SecondsIn(outcome.StandardOutput)).Within(5).Percent.Or.EqualTo(SecondsIn(outcome.StandardOutput)).Within(0.03));
        Assert.That(outcome.Use.CpuSeconds, Is.GreaterThan(0.1));
    }

    [Test]
    public void Time_of_an_orphan_that_ended_before_is_counted()
    {
        var file = Path.GetTempFileName();

        var outcome = Runner.Run(Command.Of("/bin/sh", "-c", $"(setsid sh -c 'echo $$ > \"$1.id\"; {Busy}; times > \"$1\"; mv \"$1\" \"$1.done\"' sh \"$1\" &); while [ ! -e \"$1.done\" ] || {Lives("$(cat \"$1.id\")")}; do sleep 0.05; done; times", "sh", file));

        var told = SecondsIn(File.ReadAllText($"{file}.done")) + SecondsIn(outcome.StandardOutput);
        Assert.That(outcome.Use.CpuSeconds, Is.EqualTo(told).Within(5).Percent.Or.EqualTo(told).Within(0.05));
        Assert.That(outcome.LeftoverProcesses, Is.Zero);
        File.Delete($"{file}.done");
        File.Delete($"{file}.id");
    }

    [Test]
    public void Time_of_a_tree_that_was_ended_is_counted()
    {
        var outcome = Runner.Run(Shell("(while :; do :; done) & wait") with { TimeLimit = Seconds(0.8), Cpu = Affinity.Allowed()[0] });

        // Only the child spins, for as long as that is, on what others leave of the processor; to start them takes two milliseconds.
        Assert.That(outcome.Use.CpuSeconds, Is.GreaterThan(0.02).And.LessThan(1.05 * outcome.Use.WallSeconds));
    }

    [Test]
    public void Wall_time_is_that_of_the_child()
    {
        var (outcome, seconds) = Timed(() => Runner.Run(Command.Of("sleep", "0.3")));

        Assert.That(outcome.Use.WallSeconds, Is.InRange(0.3, seconds));
    }

    [Test]
    public void Waiting_costs_no_time_of_ours()
    {
        // The test host compiles in the background meanwhile: the smallest of three.
        var used = Enumerable.Range(0, 3).Select(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            Runner.Run(Command.Of("sleep", "0.5"));
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }).ToList();

        TestContext.Out.WriteLine(FormattableString.Invariant($"{used.Min() * 1000:F1} ms of our CPU time in half a second"));
        Assert.That(used.Min(), Is.LessThan(0.05));
    }

    [Test]
    public void Peak_memory_is_that_of_the_largest_process()
    {
        const long Mebibytes = 1 << 20;
        var outcome = Runner.Run(Shell("head -c 67108864 /dev/zero | tail -c 67108864 | wc -c"));

        Assert.That(outcome.Use.PeakMemoryBytes, Is.InRange(64 * Mebibytes, 192 * Mebibytes));
        Assert.That(outcome.Use.MinorFaults, Is.Positive);
    }

    [Test]
    public void Two_hundred_quick_children_cost_little_time_of_ours()
    {
        // A loop that polls at full speed, or reads all of /proc for each child, takes ten times as long as this takes.
        const double MostMilliseconds = 10;
        const int Children = 200;
        var command = Command.Of("/bin/true");

        // The first batch is compiled meanwhile.
        var milliseconds = Enumerable.Range(0, 2).Select(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Children; i++)
            {
                Runner.Run(command);
            }

            return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Children;
        }).Min();

        TestContext.Out.WriteLine(FormattableString.Invariant($"{milliseconds:F2} ms of our CPU time a child"));
        Assert.That(milliseconds, Is.LessThan(MostMilliseconds));
    }

    [Test]
    public void A_child_runs_on_the_processor_that_was_asked_for_and_we_stay_where_we_were()
    {
        var before = Affinity.Allowed();
        var cpu = before[^1];

        var (first, second) = Runner.RunTogether(
            Command.Of("grep", "Cpus_allowed_list", "/proc/self/status") with { Cpu = cpu },
            Command.Of("grep", "Cpus_allowed_list", "/proc/self/status") with { Cpu = cpu });

        Assert.That(first.StandardOutput, Does.EndWith(string.Create(CultureInfo.InvariantCulture, $"\t{cpu}\n")));
        Assert.That(second.StandardOutput, Is.EqualTo(first.StandardOutput));
        Assert.That(Affinity.Allowed(), Is.EqualTo(before));
        Assert.That(Runner.Run(Command.Of("nproc")).StandardOutput.Trim(), Is.EqualTo(before.Count.ToString(CultureInfo.InvariantCulture)));
    }

    [TestCase(8000)]
    [TestCase(-1)]
    public void A_processor_that_does_not_exist_is_refused(int cpu) =>
        Assert.That(
            () => Runner.Run(Command.Of("true") with { Cpu = cpu }),
            Throws.TypeOf<PerfHunt.Errors.HuntException>().With.Message.Contains("cannot be used"));

    // `times` prints minutes and seconds, user and system, of the shell and of its children.
    private static double SecondsIn(string times) =>
        Time().Matches(times).Sum(match =>
            (60 * double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) + double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(\d+)m([\d.]+)s")]
    private static partial Regex Time();
}
