using PerfHunt.Reporting;
using PerfHunt.State;
using PerfHunt.Tests.State;

namespace PerfHunt.Tests.Reporting;

public sealed class StatusTests
{
    private static readonly HuntReport Report = new("/repo", "perf-hunt", SampleState.Full);

    [Test]
    public void The_status_tells_where_the_hunt_stands_and_what_comes_next() =>
        Assert.That(StatusText.Plain(Report, "process 7 on here"), Does.StartWith("""
            Hunt:    in /repo, begun 2026-01-02T03:04:05Z at commit aa
            Running: process 7 on here
            Phase:   Investigated, iteration 2 of 5, suite generation 2
            Hotspot: a::<T>::b, 8.3 % self, ticket vol-abcd, 1 attempts judged, the last one slower
            Next:    Verify: run gate and build on the change and measure it

            #  Hotspot  Self
            """));

    [Test]
    public void A_hunt_without_iterations_has_no_table()
    {
        var young = Report with { State = SampleState.Full with { Investigated = [], CurrentHotspot = null, Phase = Phase.Profiled } };
        Assert.That(StatusText.Plain(young, null), Does.Contain("Running: no").And.Contain("Next:    Analyze: ").And.Contain("Nothing was committed.").And.Not.Contain("Outcome"));
    }

    [Test]
    public void Every_phase_has_a_next_step([Values] Phase phase) =>
        Assert.That(NextStep.After(SampleState.Full with { Phase = phase }).Does, Is.Not.Empty);

    [Test]
    public void The_document_of_a_repository_without_a_hunt_says_so()
    {
        var document = StatusDocument.Of(null, null);
        Assert.That((document.Value<string>("kind"), document.Value<bool>("begun")), Is.EqualTo(("status", false)));
    }

    [Test]
    public void The_document_holds_phase_next_target_and_the_results_fields()
    {
        var document = StatusDocument.Of(Report, "process 7 on here");
        Assert.That(
            (document.Value<string>("phase"), document.Value<string>("next_target"), document.Value<string>("running"), (string?)document.SelectToken("hotspot.function"), document["iterations"]!.Count()),
            Is.EqualTo(("Investigated", "Verify", "process 7 on here", "a::<T>::b", 1)));
    }
}
