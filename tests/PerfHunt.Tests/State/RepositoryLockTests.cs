using PerfHunt.Errors;
using PerfHunt.State;
using PerfHunt.Tests.Tickets;

namespace PerfHunt.Tests.State;

public sealed class RepositoryLockTests
{
    private static readonly SettableClock Clock = new("2026-01-02T03:04:05Z");

    [Test]
    public void A_second_hunt_is_kept_away_and_told_by_whom()
    {
        using var folder = new TemporaryFolder();
        using var first = RepositoryLock.Acquire(folder.File("workspace/lock"), Clock);

        var refusal = Assert.Throws<HuntException>(() => RepositoryLock.Acquire(folder.File("workspace/lock"), Clock))!;

        Assert.That(refusal.ExitCode, Is.EqualTo(ExitCode.Precondition));
        Assert.That(refusal.What, Is.EqualTo($"Another hunt works on this repository: process {Environment.ProcessId} on {Environment.MachineName}, since 2026-01-02T03:04:05Z"));
    }

    [Test]
    public void A_lock_that_was_let_go_can_be_taken()
    {
        using var folder = new TemporaryFolder();
        RepositoryLock.Acquire(folder.File("lock"), Clock).Dispose();
        var again = RepositoryLock.Acquire(folder.File("lock"), Clock);
        again.Dispose();
        again.Dispose();

        Assert.That(File.Exists(folder.File("lock.holder")), Is.False);
    }

    [Test]
    public void What_a_killed_hunt_left_behind_keeps_nobody_away()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("lock"), "");
        File.WriteAllText(folder.File("lock.holder"), "process 1 on elsewhere, since 2020-01-01T00:00:00Z");

        using var held = RepositoryLock.Acquire(folder.File("lock"), Clock);

        Assert.That(File.ReadAllText(folder.File("lock.holder")), Does.StartWith($"process {Environment.ProcessId} on "));
    }

    [Test]
    public void A_place_that_cannot_be_written_is_a_precondition_that_fails() =>
        Assert.That(Assert.Throws<HuntException>(() => RepositoryLock.Acquire("/proc/perfhunt/lock", Clock))!.ExitCode, Is.EqualTo(ExitCode.Precondition));
}
