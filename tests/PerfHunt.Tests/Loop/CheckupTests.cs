using PerfHunt.Loop.Checkups;
using PerfHunt.State;

namespace PerfHunt.Tests.Loop;

/// <summary>What the doctor says of what it found.</summary>
public sealed class CheckupTests
{
    [Test]
    public void A_short_generated_workload_gets_layers_and_modules_that_make_it_last_five_seconds() => Assert.That(
        SizeProposal.For(new SuiteWorkload { Name = "w", Seed = 7, Profile = "full", Layers = 4, ModulesPerLayer = 6 }, 1.25),
        Is.EqualTo("Make it larger: \"w:7:full:8:12\" in suite.workloads."));

    [Test]
    public void A_short_fixed_command_is_told_how_much_more_work_it_needs() =>
        Assert.That(SizeProposal.For(new SuiteWorkload { Name = "w" }, 0.5), Does.Contain("about 10 times"));

    [Test]
    public void A_run_of_no_measurable_time_asks_for_no_absurd_size() =>
        Assert.That(SizeProposal.For(new SuiteWorkload { Name = "w" }, 0), Does.Contain("about 1000 times"));

    [Test]
    public void A_caution_lets_the_hunt_run_and_a_fault_or_something_unseen_does_not() => Assert.Multiple(() =>
    {
        Assert.That(Report(CheckupState.Good, CheckupState.Caution).CanRun, Is.True);
        Assert.That(Report(CheckupState.Good, CheckupState.Fault).CanRun, Is.False);
        Assert.That(Report(CheckupState.Unknown).CanRun, Is.False);
    });

    [Test]
    public void Each_remedy_stands_below_its_row() =>
        Assert.That(Report(CheckupState.Fault).Plain(), Does.Match("(?m)^FAULT +thing +found\n +-> Mend it.$"));

    private static CheckupReport Report(params CheckupState[] states) =>
        new("/repository", [.. states.Select(state => new CheckupRow("thing", state, "found", "Mend it."))]);
}
