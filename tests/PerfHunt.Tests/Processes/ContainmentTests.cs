using PerfHunt.Processes;

namespace PerfHunt.Tests.Processes;

public sealed class ContainmentTests : ProcessFixture
{
    // Far less than the programs would run, far more than the busiest machine takes to end them.
    private const double LongSeconds = 30;

    // A shell that stays when the one that started it ends, or that and its sleep; it says a line when it is there.
    private const string Leftover = "(setsid sh -c 'echo $$; sleep 60; :' &)";

    /// <summary>Shell text that waits until so many lines were printed, however busy the machine is.</summary>
    private static string AwaitLines(int count) => $"while [ $(wc -l < /proc/$$/fd/1) -lt {count} ]; do sleep 0.02; done";

    [Test]
    public void A_time_limit_ends_the_program()
    {
        var (outcome, seconds) = Timed(() => Runner.Run(Command.Of("sleep", "60") with { TimeLimit = Seconds(0.3) }));

        Assert.That((outcome.TimedOut, outcome.Signal, outcome.Succeeded), Is.EqualTo((true, 15, false)));
        Assert.That(seconds, Is.InRange(0.3, LongSeconds));
    }

    [Test]
    public void A_clock_that_jumps_ends_nobody()
    {
        var outcome = new ProcessRunner(new JumpingClock()).Run(Shell("sleep 0.3; echo done") with { TimeLimit = Seconds(20) });

        Assert.That((outcome.StandardOutput, outcome.TimedOut), Is.EqualTo(("done\n", false)));
        Assert.That(outcome.Use.WallSeconds, Is.InRange(0.3, LongSeconds));
    }

    [Test]
    public void A_program_that_ignores_TERM_is_killed_after_a_grace()
    {
        var (outcome, seconds) = Timed(() => Runner.Run(Shell("trap '' TERM; while :; do sleep 0.1; done") with { TimeLimit = Seconds(0.3) }));

        Assert.That((outcome.TimedOut, outcome.Signal), Is.EqualTo((true, 9)));
        Assert.That(seconds, Is.InRange(2, LongSeconds));
    }

    [Test]
    public void A_program_that_waits_for_input_from_a_terminal_meets_its_limit()
    {
        var (outcome, seconds) = Timed(() => Runner.Run(Shell("cat; sleep 60 < /dev/null") with { TimeLimit = Seconds(0.3) }));

        Assert.That(outcome.TimedOut);
        Assert.That(seconds, Is.LessThan(LongSeconds));
    }

    [Test]
    public void A_double_forked_child_with_a_session_of_its_own_is_found_and_ended()
    {
        var outcome = Runner.Run(Shell($"(setsid sh -c 'echo $$; exec env -i sleep 60' &) ; {AwaitLines(1)}"));

        Assert.That(outcome.LeftoverProcesses, Is.EqualTo(1));
        Assert.That(IsAlive(outcome.StandardOutput), Is.False);
    }

    [Test]
    public void A_grandchild_that_holds_the_output_does_not_delay_us()
    {
        var (outcome, seconds) = Timed(() => Runner.Run(Shell("trap '' TERM; sleep 60 & echo done")));

        Assert.That((outcome.StandardOutput, outcome.LeftoverProcesses), Is.EqualTo(("done\n", 1)));
        Assert.That(seconds, Is.LessThan(LongSeconds));
    }

    [Test]
    public void A_whole_tree_that_ignores_TERM_is_killed()
    {
        var outcome = Runner.Run(Shell($"trap '' TERM; for i in 1 2 3; do (setsid sh -c 'echo $$; sleep 60; :' &); done; {AwaitLines(3)}; exit 3"));

        Assert.That(outcome.ExitCode, Is.EqualTo(3));
        Assert.That(outcome.LeftoverProcesses, Is.InRange(3, 6));
        Assert.That(outcome.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(IsAlive), Is.EqualTo([false, false, false]));
    }

    [Test]
    public void Cancelling_ends_the_tree()
    {
        var folder = Directory.CreateTempSubdirectory("perfhunt-test-").FullName;
        var output = Path.Combine(folder, "stdout");
        using var cancelled = new CancellationTokenSource();
        var run = Task.Run(() => Runner.Run(
            Shell("(setsid sh -c 'echo $$; exec sleep 60' &); sleep 60") with { OutputFolder = folder }, cancelled.Token));
        SpinWait.SpinUntil(() => File.Exists(output) && new FileInfo(output).Length > 0, Seconds(20));

        var start = TimeProvider.System.GetTimestamp();
        cancelled.Cancel();
        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());

        Assert.That(TimeProvider.System.GetElapsedTime(start).TotalSeconds, Is.LessThan(LongSeconds));
        Assert.That(IsAlive(File.ReadAllText(output)), Is.False);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_cancelled_token_starts_nothing()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        Assert.That(
            () => Runner.Run(Command.Of("touch", file), new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(File.Exists(file), Is.False);
    }

    [Test]
    public void A_flood_of_output_ends_the_child_and_is_not_read_into_memory()
    {
        var before = Environment.WorkingSet;

        var outcome = Runner.Run(Command.Of("yes") with { TimeLimit = Seconds(60) });

        const int Mebibytes = 1 << 20;
        Assert.That(Environment.WorkingSet - before, Is.LessThan(64 * Mebibytes));
        Assert.That(outcome.StandardOutput, Has.Length.LessThan(2 * Mebibytes));
        Assert.That((outcome.OutputTooLarge, outcome.TimedOut, outcome.Succeeded), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void Each_of_two_children_ends_its_own_leftovers()
    {
        var quick = Shell($"{Leftover}; {AwaitLines(1)}");
        var slow = Shell($"(setsid sh -c 'sleep 1.2; echo $$' &) ; {AwaitLines(1)}; while {Lives("$(cat /proc/$$/fd/1)")}; do sleep 0.02; done");

        var (first, second) = Runner.RunTogether(quick, slow);

        Assert.That((first.LeftoverProcesses, second.LeftoverProcesses), Is.EqualTo((1, 0)).Or.EqualTo((2, 0)));
        Assert.That(second.StandardOutput, Does.Match(@"^\d+\n$"), "it came to its end");
    }

    [Test]
    public void Many_at_once_do_not_disturb_each_other()
    {
        var outcomes = new ProcessOutcome[24];

        Parallel.For(0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            outcomes[i] = Runner.Run(Shell($"{Leftover}; {AwaitLines(1)}; exit {i}")));

        Assert.That(outcomes.Select(outcome => outcome.ExitCode), Is.EqualTo(Enumerable.Range(0, outcomes.Length)));
        Assert.That(outcomes.Select(outcome => outcome.LeftoverProcesses), Is.All.InRange(1, 2));
    }

    /// <summary>The wall clock is set forward a century at each look; the monotonic one goes on as it does.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(100 * (Interlocked.Increment(ref _looks) % 50));
    }
}
