using PerfHunt.Errors;
using PerfHunt.Loop;

namespace PerfHunt.Tests.Loop;

public sealed class WorkspaceTests
{
    [TestCase("doctor", true)]
    [TestCase("compare", true)]
    [TestCase("scratch", true)]
    [TestCase("notes", true)]
    [TestCase("runs", false)]
    [TestCase("a", false)]
    public void A_hunt_begins_beside_what_checkup_and_comparison_left_and_not_among_what_it_would_clear(string name, bool isTaken)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File(name));

        Assert.That(() => new Workspace(folder.Path).RequireOurs("/elsewhere"), isTaken ? Throws.Nothing : Throws.TypeOf<HuntException>());
    }
}
