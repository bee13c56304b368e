using PerfHunt.State;
using PerfHunt.Tests.Tickets;

namespace PerfHunt.Tests.State;

public sealed class LockHolderTests
{
    [Test]
    public void A_free_lock_has_no_holder()
    {
        using var folder = new TemporaryFolder();
        Assert.That(LockHolder.Find(folder.File("lock")), Is.Null);
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty, "looking leaves nothing");
    }

    [Test]
    public void A_lock_that_is_held_names_its_process()
    {
        using var folder = new TemporaryFolder();
        using var held = RepositoryLock.Acquire(folder.File("lock"), new SettableClock("2026-01-02T03:04:05Z"));
        Assert.That(LockHolder.Find(folder.File("lock")), Does.StartWith($"process {Environment.ProcessId} on {Environment.MachineName}, since 2026"));
    }

    [Test]
    public void A_holder_that_was_killed_holds_nothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("lock.holder"), $"process {int.MaxValue} on {Environment.MachineName}, since 2020-01-01T00:00:00Z");
        Assert.That(LockHolder.Find(folder.File("lock")), Is.Null);
    }

    [Test]
    public void What_another_machine_wrote_is_believed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("lock.holder"), "process 1 on elsewhere, since 2020-01-01T00:00:00Z");
        Assert.That(LockHolder.Find(folder.File("lock")), Does.Contain("elsewhere"));
    }
}
