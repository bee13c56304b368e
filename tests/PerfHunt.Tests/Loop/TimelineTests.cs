using PerfHunt.Loop;
using PerfHunt.Processes;

namespace PerfHunt.Tests.Loop;

public sealed class TimelineTests
{
    private readonly ManualClock _clock = new();

    [Test]
    public void Time_belongs_to_the_task_that_was_entered_last()
    {
        var timeline = new Timeline(_clock);
        timeline.Enter("Build");
        _clock.Advance(3);
        timeline.Enter("Verify");
        _clock.Advance(2);

        var rows = timeline.Snapshot();

        Assert.That(rows["Build"][Timeline.Wall], Is.EqualTo(3).Within(1e-6));
        Assert.That(rows["Verify"][Timeline.Wall], Is.EqualTo(2).Within(1e-6));
    }

    [Test]
    public void A_child_counts_for_its_kind()
    {
        var timeline = new Timeline(_clock);
        timeline.Enter("Build");
        _clock.Advance(5);
        timeline.Ended(Child(ChildKind.Build), Outcome(4));

        Assert.That(timeline.Snapshot()["Build"]["Build"], Is.EqualTo(4).Within(1e-6));
    }

    [Test]
    public void Children_at_the_same_time_count_once()
    {
        var timeline = new Timeline(_clock);
        timeline.Enter("Verify");
        _clock.Advance(10);
        timeline.Ended(Child(ChildKind.Workload), Outcome(6));
        timeline.Ended(Child(ChildKind.Workload), Outcome(8));

        Assert.That(timeline.Snapshot()["Verify"]["Workload"], Is.EqualTo(8).Within(1e-6));
    }

    [Test]
    public void What_an_earlier_process_spent_is_added()
    {
        var earlier = new Timeline(_clock);
        earlier.Enter("Verify");
        _clock.Advance(4);
        var later = new Timeline(_clock);
        later.Restore(earlier.Snapshot());
        later.Enter("Verify");
        _clock.Advance(1);

        Assert.That(later.Snapshot()["Verify"][Timeline.Wall], Is.EqualTo(5).Within(1e-6));
    }

    private static Command Child(ChildKind kind) => Command.Of("true") with { Kind = kind };

    private static ProcessOutcome Outcome(double wallSeconds) =>
        new(Child(ChildKind.Tool), 0, null, false, new ResourceUse(wallSeconds, 0, 0, 0, 0, 0, 0, 0), "", "");
}
