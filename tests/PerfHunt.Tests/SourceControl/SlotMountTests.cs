using PerfHunt.Configuration;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class SlotMountTests
{
    private static readonly BuildConfig Build = new() { Commands = [], Binary = "x", Keep = ["build"] };

    [Test]
    public void Both_slots_are_built_at_one_path_and_return()
    {
        using var sandbox = new GitSandbox();
        var slots = Open(sandbox);
        foreach (var slot in new[] { slots.A, slots.B })
        {
            using (var mount = slot.Mount())
            {
                Assert.That(mount.Folder, Is.EqualTo(sandbox.Layout.Mount));
                Assert.That(slot.Folder, Is.EqualTo(mount.Folder));
                GitSandbox.WriteIn(mount.Folder, "build/who", slot.Name);
                GitSandbox.WriteIn(mount.Folder, "src/gate.c", "int gate;\n");
                Assert.That(slot.ChangeFrom(sandbox.Head, GitSandbox.Rules(), default).Files.Single().Path, Is.EqualTo("src/gate.c"));
            }

            Assert.That(slot.Folder, Is.EqualTo(sandbox.Layout.Slot(slot.Name)));
            Assert.That(File.ReadAllText(Path.Combine(slot.Folder, "build/who")), Is.EqualTo(slot.Name));
        }

        Assert.That(Path.Exists(sandbox.Layout.Mount) || Path.Exists(sandbox.Layout.MountMarker), Is.False);
    }

    [Test]
    public void Moving_touches_no_file_so_that_nothing_is_rewritten_afterwards()
    {
        using var sandbox = new GitSandbox();
        var slot = Open(sandbox).A;
        var file = Path.Combine(slot.Folder, "src/a.c");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        slot.Mount().Dispose();
        slot.Checkout(sandbox.Head, default);

        Assert.That(File.GetLastWriteTimeUtc(file), Is.EqualTo(DateTime.UnixEpoch));
    }

    [Test]
    public void Only_one_slot_is_mounted_at_a_time_and_disposing_twice_harms_nothing()
    {
        using var sandbox = new GitSandbox();
        var slots = Open(sandbox);
        var first = slots.A.Mount();

        Assert.That(() => slots.B.Mount(), Throws.InvalidOperationException);
        first.Dispose();
        using var second = slots.B.Mount();
        first.Dispose();

        Assert.That(slots.B.Folder, Is.EqualTo(sandbox.Layout.Mount));
        Assert.That(slots.A.Folder, Is.EqualTo(sandbox.Layout.Slot("a")));
    }

    [Test]
    public void In_place_nothing_moves()
    {
        using var sandbox = new GitSandbox();
        var slots = new SlotPair(sandbox.Open(), Build with { InPlace = true }, sandbox.Head);
        slots.A.Checkout(sandbox.Head, default);

        using var mount = slots.A.Mount();

        Assert.That(mount.Folder, Is.EqualTo(sandbox.Layout.Slot("a")));
        Assert.That(Path.Exists(sandbox.Layout.MountMarker), Is.False);
    }

    [TestCase("marker written", true, false)]
    [TestCase("moved to the build path", true, true)]
    [TestCase("moved back", true, false)]
    [TestCase("marker removed", false, false)]
    public void A_kill_after_any_step_is_put_right(string step, bool marker, bool moved)
    {
        using var sandbox = new GitSandbox();
        Open(sandbox);
        GitSandbox.WriteIn(sandbox.Layout.Slot("b"), "build/cache", step);
        if (marker)
        {
            File.WriteAllText(sandbox.Layout.MountMarker, "b");
        }

        if (moved)
        {
            Directory.Move(sandbox.Layout.Slot("b"), sandbox.Layout.Mount);
        }

        var resumed = new SlotPair(sandbox.Open(), Build, sandbox.Head);
        resumed.Recover();
        resumed.Recover();
        resumed.B.Checkout(sandbox.Head, default);

        Assert.That(File.ReadAllText(Path.Combine(resumed.B.Folder, "build/cache")), Is.EqualTo(step), "build output is not lost");
        Assert.That(Path.Exists(sandbox.Layout.Mount) || Path.Exists(sandbox.Layout.MountMarker), Is.False);
    }

    [TestCase("b")]
    [TestCase("")]
    [TestCase(null)]
    public void A_stray_folder_of_nobody_is_removed(string? marker)
    {
        using var sandbox = new GitSandbox();
        var slots = Open(sandbox);
        GitSandbox.WriteIn(sandbox.Layout.Mount, "x", "x");
        if (marker is not null)
        {
            File.WriteAllText(sandbox.Layout.MountMarker, marker);
        }

        slots.Recover();

        Assert.That(Path.Exists(sandbox.Layout.Mount), Is.False);
        Assert.That(slots.B.SnapshotTree(default).Tree, Is.Not.Null);
    }

    private static SlotPair Open(GitSandbox sandbox)
    {
        var slots = new SlotPair(sandbox.Open(), Build, sandbox.Head);
        slots.A.Checkout(sandbox.Head, default);
        slots.B.Checkout(sandbox.Head, default);
        return slots;
    }
}
