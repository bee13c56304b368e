using PerfHunt.Processes;
using PerfHunt.Tests.Workloads;
using PerfHunt.Verification.Measuring;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Verification.Measuring;

public sealed class SuiteMeasurementTests : ScriptedProgram
{
    private static string Busy(int turns) => $"i=0; while [ $i -lt {turns} ]; do i=$((i+1)); done; echo done";

    [Test]
    public void A_duet_shows_which_side_is_slower_on_a_loaded_machine_too()
    {
        var (baseline, candidate) = (Program("a", Busy(150_000)), Program("b", Busy(450_000)));
        var measurement = new SuiteMeasurement(RunnerFor(), MeasuringMode.Duet, QuietProcessor.Look().Cpu, seed: 1);

        var ratios = Enumerable.Range(1, 2)
            .SelectMany(round => measurement.MeasureRound(round, baseline, candidate, [Fixed()]))
            .Select(run => run.ToPair())
            .Select(pair => pair.CandidateSeconds / pair.BaselineSeconds)
            .ToList();

        Assert.That(ratios, Has.All.InRange(1.5, 6));
    }

    [TestCase(MeasuringMode.Duet)]
    [TestCase(MeasuringMode.Solo)]
    public void Every_workload_is_run_on_both_sides_and_starters_alternate(MeasuringMode mode)
    {
        var measurement = new SuiteMeasurement(RunnerFor(), mode, cpu: null, seed: 5);
        var (baseline, candidate) = (Program("a", "echo x"), Program("b", "echo x"));

        var rounds = Enumerable.Range(1, 2).Select(round => measurement.MeasureRound(round, baseline, candidate, [Fixed("v"), Fixed("w")])).ToList();

        Assert.That(rounds[0].Select(run => (run.Workload, run.Round)), Is.EqualTo([("v", 1), ("w", 1)]));
        Assert.That(rounds[1].Select(run => !run.CandidateFirst), Is.EqualTo(rounds[0].Select(run => run.CandidateFirst)));
        Assert.That(rounds.SelectMany(runs => runs).Select(run => run.SameBehaviour), Has.All.True);
    }

    [Test]
    public void Sides_are_not_mixed_up([Values(1, 2)] int round)
    {
        var measurement = new SuiteMeasurement(RunnerFor(), MeasuringMode.Duet, cpu: null, seed: 5);

        var run = measurement.MeasureRound(round, Program("a", "exit 4"), Program("b", "exit 5"), [Fixed()]).Single();

        Assert.That((run.Baseline.ExitCode, run.Candidate.ExitCode, run.SameBehaviour), Is.EqualTo((4, 5, false)));
    }

    [Test]
    public void A_round_ends_where_behaviour_differs()
    {
        var measurement = new SuiteMeasurement(RunnerFor(), MeasuringMode.Solo, cpu: null, seed: 5);

        var runs = measurement.MeasureRound(1, Program("a", "echo x"), Program("b", "case $1 in */w) echo y;; *) echo x;; esac"), [Fixed("v"), Fixed("w"), Fixed("z")]);

        Assert.That(runs.Select(run => run.SameBehaviour), Is.EqualTo([true, false]));
    }

    [TestCase(1.0, 1.0, MeasuringMode.Duet)]
    [TestCase(0.3, 1.0, MeasuringMode.Duet)]
    [TestCase(1.9, 1.0, MeasuringMode.Solo)]
    public void Programs_that_use_several_processors_run_solo(double cpuSeconds, double wallSeconds, MeasuringMode expected)
    {
        var use = new ResourceUse(wallSeconds, cpuSeconds, 0, 0, 0, 0, 0, 0);

        Assert.That(ModeChoice.For([new WorkloadRun("w", 0, false, "", use, "")]), Is.EqualTo(expected));
    }
}
