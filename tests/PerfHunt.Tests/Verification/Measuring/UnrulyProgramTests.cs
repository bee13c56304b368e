using System.Globalization;
using PerfHunt.Tests.Workloads;
using PerfHunt.Verification.Measuring;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Verification.Measuring;

/// <summary>What measuring makes of programs that do not behave.</summary>
public sealed class UnrulyProgramTests : ScriptedProgram
{
    private const string Work = "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done";

    [Test]
    public void The_work_of_forked_processes_counts([Values] MeasuringMode mode)
    {
        var run = Measure(mode, Work, $"for n in 1 2 3 4; do ({Work}) & done; wait");

        Assert.That(run.Candidate.Use.CpuSeconds / run.Baseline.Use.CpuSeconds, Is.InRange(2, 8));
        Assert.That(run.SameBehaviour, Is.True);
    }

    [Test]
    public void A_program_that_ignores_signals_is_ended_at_its_limit()
    {
        var runs = new SuiteMeasurement(RunnerFor(timeLimitSeconds: 1), MeasuringMode.Solo, cpu: null, seed: 1)
            .MeasureRound(1, Program("a", "echo x"), Program("b", "trap '' TERM INT HUP; while :; do sleep 0.1; done"), [Fixed()]);

        Assert.That((runs.Single().Candidate.TimedOut, runs.Single().SameBehaviour), Is.EqualTo((true, false)));
        Assert.That(runs.Single().Candidate.Failure, Is.EqualTo("it ran into its time limit"));
    }

    [Test]
    public void Children_that_are_left_behind_are_ended_and_their_work_counts()
    {
        var run = Measure(MeasuringMode.Solo, "echo x", $"(setsid sh -c '{Work}; sleep 60' >/dev/null 2>&1 &); sleep 0.4; echo x");

        Assert.That(run.Candidate.LeftoverProcesses, Is.Positive);
        Assert.That(run.Candidate.Use.CpuSeconds, Is.GreaterThan(run.Baseline.Use.CpuSeconds));
        Assert.That(run.SameBehaviour, Is.True);
    }

    [Test]
    public void Output_that_changes_from_run_to_run_is_no_yardstick()
    {
        var steady = new SteadyCheck(RunnerFor()).Run([Fixed("good"), Fixed("bad")], Program("a", "case $1 in */bad) date +%N;; *) echo x;; esac"));

        Assert.That(steady.LeftOut.Select(one => one.Workload), Is.EqualTo(["bad"]));
        Assert.That(steady.LeftOut[0].Reason, Does.StartWith("it is not the same from run to run"));
    }

    [Test]
    public void A_candidate_that_changes_the_output_is_found_in_the_first_round()
    {
        var run = Measure(MeasuringMode.Duet, "echo x", "echo y");

        Assert.That(run.SameBehaviour, Is.False);
    }

    [Test]
    public void A_failure_once_in_ten_runs_is_not_blamed_on_the_candidate()
    {
        var counter = Path.Combine(Folder, "runs-so-far");
        var script = string.Create(CultureInfo.InvariantCulture, $"n=$(cat {counter}); n=$((n+1)); echo $n > {counter}; [ $((n % 10)) -ne 0 ] || exit 1; echo x");
        var (baseline, candidate) = (Program("a", script), Program("b", script));
        var expected = new Behaviour("one", 0, RunnerFor().Run(Fixed(), Program("c", "echo x")).OutputHash);
        for (var start = 0; start < 10; start++)
        {
            File.WriteAllText(counter, start.ToString(CultureInfo.InvariantCulture));
            var finding = new BehaviourCheck(RunnerFor()).Compare(Fixed(), baseline, candidate, expected);

            Assert.That(finding.Kind, Is.Not.EqualTo(BehaviourKind.Changed), $"the counter began at {start}");
        }
    }

    [Test]
    public void The_peak_memory_of_a_small_program_is_its_own()
    {
        var run = Measure(MeasuringMode.Solo, "sleep 0.3; echo x", "{ head -c 50331648 /dev/zero; sleep 0.4; } | tail -c 50331648 | wc -c");

        Assert.That(run.Baseline.Use.PeakMemoryBytes, Is.LessThan(16 << 20), "a shell and sleep");
        Assert.That(run.Candidate.Use.PeakMemoryBytes, Is.GreaterThan(40 << 20), "what tail holds");
    }

    private DuetRun Measure(MeasuringMode mode, string baseline, string candidate) =>
        new SuiteMeasurement(RunnerFor(), mode, cpu: null, seed: 1).MeasureRound(1, Program("a", baseline), Program("b", candidate), [Fixed()]).Single();
}
