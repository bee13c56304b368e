using Cake.Frosting.Tests.Fakes;
using Cake.Frosting.Tests.Tasks;

namespace Cake.Frosting.Tests;

/// <summary>What happens around the build and around each task.</summary>
public sealed class LifetimeTests
{
    [Test]
    public void A_lifetime_surrounds_the_build() =>
        Expect(host => host.UseLifetime<RecordingLifetime>(), "Second", "setup for Second", "First", "Second", "teardown");

    [Test]
    public void A_lifetime_is_told_of_the_failure() =>
        Expect(host => host.UseLifetime<RecordingLifetime>(), "Fails", "setup for Fails", "teardown after InvalidOperationException");

    [Test]
    public void A_task_lifetime_surrounds_each_task() =>
        Expect(host => host.UseTaskLifetime<RecordingTaskLifetime>(), "Second", "[First", "First", "First]", "[Second", "Second", "Second]");

    [Test]
    public void The_halves_of_a_lifetime_can_be_used_alone() => Expect(
        host => host.UseSetup<RecordingSetup>().UseTeardown<RecordingTeardown>()
            .UseTaskSetup<RecordingTaskSetup>().UseTaskTeardown<RecordingTaskTeardown>(),
        "First",
        "setup", "task setup", "First", "task teardown", "teardown");

    private static void Expect(Func<CakeHost, CakeHost> use, string target, params string[] events)
    {
        var host = new TestHost();
        use(host.Host).Run([$"--target={target}"]);
        Assert.That(host.Recorder.Events, Is.EqualTo(events));
    }
}
