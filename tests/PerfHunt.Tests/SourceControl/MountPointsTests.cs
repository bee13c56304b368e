using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

public sealed class MountPointsTests
{
    private const string MountInfo = """
        22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
        40 22 0:35 / /w/clones/001-1/my\040root rw,relatime shared:1 - tmpfs tmpfs rw
        41 40 254:0 /home /w/clones/001-1/my\040root/home rw,relatime - ext4 /dev/vda rw
        42 22 0:36 / /w/clones/001-12 rw,relatime - tmpfs tmpfs rw

        """;

    [Test]
    public void The_deepest_come_first_and_names_are_decoded() => Assert.That(
        MountPoints.In("/w/clones/001-1", MountInfo), Is.EqualTo(new[] { "/w/clones/001-1/my root/home", "/w/clones/001-1/my root" }));

    [Test]
    public void A_mounted_folder_counts_itself() => Assert.That(MountPoints.In("/w/clones/001-12", MountInfo), Is.EqualTo(new[] { "/w/clones/001-12" }));

    [Test]
    public void This_machine_can_be_asked() => Assert.That(MountPoints.In("/proc"), Does.Contain("/proc"));
}
