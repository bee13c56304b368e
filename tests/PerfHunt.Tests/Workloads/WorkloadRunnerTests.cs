using PerfHunt.Configuration;

namespace PerfHunt.Tests.Workloads;

public sealed class WorkloadRunnerTests : ScriptedProgram
{
    [Test]
    public void A_run_tells_exit_code_output_and_use()
    {
        var run = RunnerFor().Run(Fixed(), Program("a", "echo hello; echo trouble >&2; exit 3"));

        Assert.That((run.Workload, run.ExitCode, run.Completed), Is.EqualTo(("one", 3, true)));
        Assert.That(File.ReadAllText(Path.Combine(run.OutputFolder, "stdout")), Is.EqualTo("hello\n"));
        Assert.That(run.Use.WallSeconds, Is.Positive);
    }

    [Test]
    public void What_a_run_leaves_on_disk_is_gone_in_the_next()
    {
        var program = Program("a", "cat \"$HOME/.cache\" \"$TMPDIR/cache\" ./cache 2>/dev/null; echo warm | tee \"$HOME/.cache\" \"$TMPDIR/cache\" > ./cache; chmod -w .");
        var runner = RunnerFor();

        var hashes = Enumerable.Range(0, 2).Select(_ => runner.Run(Fixed(), program)).Select(run => (run.OutputHash, run.ExitCode)).ToList();

        Assert.That(hashes[1], Is.EqualTo(hashes[0]));
    }

    [Test]
    public void Paths_of_slot_run_and_workload_do_not_count_as_output()
    {
        const string Script = "echo $0 $1; pwd; echo $HOME $TMPDIR";

        var (first, second) = RunnerFor().RunDuet(Fixed(), Program("a", Script), Program("b", Script), cpu: null);

        Assert.That(second.OutputHash, Is.EqualTo(first.OutputHash));
        Assert.That(File.ReadAllText(Path.Combine(first.OutputFolder, "stdout")), Is.Not.EqualTo(File.ReadAllText(Path.Combine(second.OutputFolder, "stdout"))));
    }

    [Test]
    public void Both_sides_get_environments_and_arguments_of_the_same_size()
    {
        const string Script = "env | wc -c; tr -d '\\n' < /proc/self/cmdline | wc -c; pwd | wc -c";

        var (first, second) = RunnerFor().RunDuet(Fixed(), Program("a", Script), Program("b", Script), cpu: null);

        Assert.That(File.ReadAllText(Path.Combine(second.OutputFolder, "stdout")), Is.EqualTo(File.ReadAllText(Path.Combine(first.OutputFolder, "stdout"))));
    }

    [Test]
    public void Paths_of_unequal_length_are_refused_in_a_duet() =>
        Assert.That(() => RunnerFor().RunDuet(Fixed(), Program("a", ""), Program("bb", ""), cpu: null), Throws.ArgumentException);

    [Test]
    public void Secrets_of_ours_are_not_in_the_environment()
    {
        Environment.SetEnvironmentVariable("CANARY_TOKEN", "canary");

        var run = RunnerFor().Run(Fixed(), Program("a", "env"));

        Assert.That(File.ReadAllText(Path.Combine(run.OutputFolder, "stdout")), Does.Not.Contain("canary").And.Contain("TZ=UTC"));
    }

    [TestCase("sleep 60", 0.3, true, null, "time limit")]
    [TestCase("kill -SEGV $$", 20, false, 11, "signal 11")]
    public void A_run_that_does_not_come_to_its_end_says_why(string script, double limitSeconds, bool timedOut, int? signal, string named)
    {
        var run = RunnerFor(limitSeconds).Run(Fixed(), Program("a", script));

        Assert.That((run.TimedOut, timedOut ? null : run.Signal, run.Completed), Is.EqualTo((timedOut, signal, false)));
        Assert.That(run.Failure, Does.Contain(named));
    }

    [Test]
    public void The_command_of_the_suite_is_filled_in()
    {
        var workload = new WorkloadConfig { Name = "w", Command = new CommandLine(["{binary}", "{name}", "{tree}/x", "{workload}", "{other}"]) };

        var run = RunnerFor().Run(workload, Program("a", "printf '%s\\n' \"$@\""));

        Assert.That(
            File.ReadAllLines(Path.Combine(run.OutputFolder, "stdout")),
            Is.EqualTo(["w", $"{Folder}/a/x", $"{Folder}/suite/w", "{other}"]));
    }
}
