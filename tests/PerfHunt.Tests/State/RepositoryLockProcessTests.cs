using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.State;
using PerfHunt.Tests.Processes;

namespace PerfHunt.Tests.State;

public sealed class RepositoryLockProcessTests : ProcessFixture
{
    [Test]
    public async Task A_lock_of_another_process_holds_until_that_one_is_killed()
    {
        using var folder = new TemporaryFolder();
        using var end = new CancellationTokenSource();
        var other = Task.Run(() => Runner.Run(Command.Of("flock", folder.File("lock"), "sh", "-c", $"touch {folder.File("held")}; sleep 60"), end.Token));
        SpinWait.SpinUntil(() => File.Exists(folder.File("held")), Seconds(50));

        var refusal = Assert.Throws<HuntException>(() => RepositoryLock.Acquire(folder.File("lock"), TimeProvider.System))!;
        Assert.That(refusal.What, Is.EqualTo("Another hunt works on this repository: who, it did not say"));
        await end.CancelAsync();
        Assert.That(async () => await other, Throws.InstanceOf<OperationCanceledException>());

        using var taken = RepositoryLock.Acquire(folder.File("lock"), TimeProvider.System);
        Assert.That(taken, Is.Not.Null);
    }

    [Test]
    public async Task A_child_that_outlives_the_hunt_does_not_hold_its_lock()
    {
        using var folder = new TemporaryFolder();
        using var end = new CancellationTokenSource();
        var held = RepositoryLock.Acquire(folder.File("lock"), TimeProvider.System);
        var child = Task.Run(() => Runner.Run(Shell($"touch {folder.File("started")}; sleep 60"), end.Token));
        SpinWait.SpinUntil(() => File.Exists(folder.File("started")), Seconds(50));

        held.Dispose();

        using var taken = RepositoryLock.Acquire(folder.File("lock"), TimeProvider.System);
        Assert.That(taken, Is.Not.Null);
        await end.CancelAsync();
        Assert.That(async () => await child, Throws.InstanceOf<OperationCanceledException>());
    }
}
