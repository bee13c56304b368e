using Cake.Frosting.Tests.Fakes;

namespace Cake.Frosting.Tests;

/// <summary>What runs, in which order, and what a guard, a failure or another target does to it.</summary>
public sealed class RunTests
{
    [Test]
    public void Without_a_target_Default_runs() => Expect([], 0, "Default");

    [Test]
    public void Dependencies_run_first_and_once() => Expect(["--target=Third"], 0, "First", "Second", "Before third", "Third");

    [Test]
    public void Exclusive_runs_the_target_alone() => Expect(["--target", "Third", "--exclusive"], 0, "Third");

    [Test]
    public void Several_targets_run_in_order_and_share_dependencies() =>
        Expect(["--target=Second", "--target=First"], 0, "First", "Second");

    [Test]
    public void A_dry_run_runs_nothing_and_names_the_order()
    {
        var host = Expect(["--target=Second", "--dryrun"], 0);
        Assert.That(host.Output, Does.Contain("1. First").And.Contain("2. Second"));
    }

    [Test]
    public void A_dependency_whose_guard_says_no_is_skipped_and_shown()
    {
        var host = Expect(["--target=After skipped"], 0, "After skipped");
        Assert.That(host.Output, Does.Match(@"Skipped\s.*Skipped"));
    }

    [Test]
    public void A_target_whose_own_guard_says_no_is_an_error() => Expect(["--target=Skipped"], 1);

    [Test]
    public void The_report_names_each_task_with_its_duration()
    {
        var host = Expect(["--target=Second"], 0, "First", "Second");
        Assert.That(host.Output, Does.Match(@"First\s+00:00:\d\d[\s\S]*Second\s+00:00:\d\d"));
    }

    [TestCase("Fails with 5", 5)]
    [TestCase("Fails", 1)]
    [TestCase("Fails guardedly", 3)]
    [TestCase("Asks for a failure", 5)]
    [TestCase("No such target", 1)]
    public void The_exit_code_is_that_of_the_exception_or_one(string target, int code) => Expect([$"--target={target}"], code);

    [Test]
    public void A_failure_is_told_on_the_error_stream()
    {
        var host = Expect(["--target=Fails with 5"], 5);
        Assert.That(host.Console.Error, Does.Contain("five is the code"));
    }

    [Test]
    public void What_depends_on_a_failure_does_not_run() => Expect(["--target=After failure"], 1);

    [Test]
    public void After_a_failure_that_may_be_the_build_goes_on() => Expect(["--target=After passing failure"], 0, "went on");

    [Test]
    public void An_error_handler_replaces_the_failure_and_Finally_follows() =>
        Expect(["--target=Handles"], 0, "handled: to handle", "finally");

    [Test]
    public void Tasks_get_services_in_their_constructor()
    {
        var host = Expect(["--target=Injected"], 0, "knows the engine");
        Assert.That(host.Output, Does.Contain("log says 1").And.Contain("console says 2"));
    }

    [Test]
    public void A_task_can_have_the_engine_run_another_target_again_and_again() =>
        Expect(["--target=Asks for another"], 0, "First", "Second", "2 tasks in turn 1", "First", "Second", "2 tasks in turn 2");

    private static TestHost Expect(string[] words, int code, params string[] events)
    {
        var host = new TestHost();
        Assert.That(host.Run(words), Is.EqualTo(code), host.Output + host.Console.Error);
        Assert.That(host.Recorder.Events, Is.EqualTo(events));
        return host;
    }
}
