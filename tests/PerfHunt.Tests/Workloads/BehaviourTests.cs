using PerfHunt.Errors;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Workloads;

public sealed class BehaviourTests : ScriptedProgram
{
    private const string Steady = "echo 12 tests passed; exit 1";

    [Test]
    public void A_program_that_agrees_with_itself_is_steady_whatever_its_exit_code()
    {
        var check = new SteadyCheck(RunnerFor()).Run([Fixed()], Program("a", Steady));

        Assert.That(check.Steady.Single().ExitCode, Is.EqualTo(1));
        Assert.That(check.LeftOut, Is.Empty);
    }

    [TestCase("n=$(cat {0} 2>/dev/null || echo 0); echo $((n+1)) > {0}; exit $n", "exit code was 0 and is 1")]
    [TestCase("date +%N", "line 1 of stdout")]
    [TestCase("sleep 60", "time limit")]
    [TestCase("kill -ABRT $$", "signal 6")]
    public void A_flaky_or_failing_workload_is_left_out_with_the_reason(string script, string reason)
    {
        var memory = Path.Combine(Folder, "memory");
        var program = Program("a", $"case $1 in */bad) {script.Replace("{0}", memory, StringComparison.Ordinal)};; *) echo good;; esac");

        var check = new SteadyCheck(RunnerFor(timeLimitSeconds: 0.5)).Run([Fixed("good"), Fixed("bad")], program);

        Assert.That(check.Steady.Select(run => run.Workload), Is.EqualTo(["good"]));
        Assert.That(check.LeftOut.Single().Reason, Does.Contain(reason));
    }

    [Test]
    public void With_no_workload_left_the_baseline_is_invalid() =>
        Assert.That(
            () => new SteadyCheck(RunnerFor()).Run([Fixed()], Program("a", "date +%N")),
            Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.BaselineInvalid).And.Message.Contains("ignoreOutput"));

    [Test]
    public void Times_that_are_ignored_make_it_steady() =>
        Assert.That(new SteadyCheck(RunnerFor(ignore: [@"\d+ ns"])).Run([Fixed()], Program("a", "echo took $(date +%N) ns")).LeftOut, Is.Empty);

    [TestCase("echo 12 tests passed; exit 1", BehaviourKind.Same, "")]
    [TestCase("echo 11 tests passed; exit 1", BehaviourKind.Changed, "line 1 of stdout was '12 tests passed' and is '11 tests passed'")]
    [TestCase("echo 12 tests passed; exit 0", BehaviourKind.Changed, "the exit code was 1 and is 0")]
    [TestCase("kill -SEGV $$", BehaviourKind.Changed, "it was ended by signal 11")]
    [TestCase("echo $(($(date +%s%N) / 1000)) tests passed", BehaviourKind.Changed, "exit code was 1 and is 0")]
    public void A_candidate_must_print_and_exit_as_the_baseline(string script, BehaviourKind kind, string reason)
    {
        var runner = RunnerFor();
        var baseline = Program("a", Steady);
        var expected = Behaviour.Of(runner.Run(Fixed(), baseline));

        var finding = new BehaviourCheck(runner).Compare(Fixed(), baseline, Program("b", script), expected);

        Assert.That(finding.Kind, Is.EqualTo(kind));
        Assert.That(finding.Reason, Does.Contain(reason));
    }

    [Test]
    public void A_workload_that_fails_once_by_chance_is_unsteady_not_changed()
    {
        var memory = Path.Combine(Folder, "memory");
        var runner = RunnerFor();
        var baseline = Program("a", Steady);
        var expected = Behaviour.Of(runner.Run(Fixed(), baseline));

        var finding = new BehaviourCheck(runner).Compare(
            Fixed(), baseline, Program("b", $"if [ ! -e {memory} ]; then touch {memory}; exit 9; fi; {Steady}"), expected);

        Assert.That(finding.Kind, Is.EqualTo(BehaviourKind.Unsteady));
    }
}
