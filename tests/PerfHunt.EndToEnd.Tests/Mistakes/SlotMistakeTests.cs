using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Mistakes;

/// <summary>A program that takes longer in one of the two slots: nothing that is measured there can be believed.</summary>
[Category("EndToEnd")]
public sealed class SlotMistakeTests
{
    private const int Precondition = 3;

    [Test]
    public void A_baseline_that_differs_from_itself_twice_stops_the_hunt_unless_it_is_forced()
    {
        Prerequisites.Require();
        using var project = new TallyProject(TwiceInOneSlot);
        var target = project.Target("Calibrate", "--specs=many-words:7:many:1:3,much-text:9:few:2:4");

        var refused = Refusal.Expect(project, target, Precondition, "The baseline differs from itself", "Measuring once more", "--force");
        var forced = (target with { Words = [.. target.Words, "--force"] }).Run();

        Assert.That(refused.Error, Does.Contain("one of the two slots"));
        Assert.That(forced.ExitCode, Is.Zero, forced.ToString());
    }

    private static void TwiceInOneSlot(string folder)
    {
        TallyProject.Replace(Path.Combine(folder, "perfhunt.json"), "[\"{binary}\", \"{workload}\"]", "[\"sh\", \"{tree}/tests/uneven.sh\", \"{binary}\", \"{workload}\"]");
        File.WriteAllText(Path.Combine(folder, "tests", "uneven.sh"), "case $1 in */b/*) \"$1\" \"$2\" >/dev/null;; esac\nexec \"$1\" \"$2\"\n");
    }
}
