using PerfHunt.Processes;
using PerfHunt.Verification.Measuring;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Verification.Measuring;

public sealed class ResourceChangeTests
{
    [Test]
    public void Medians_over_the_rounds_are_compared()
    {
        var change = ResourceChange.Of([Run(1, 100, 1, 300, 1), Run(2, 102, 2, 150, 1), Run(3, 900, 4, 149, 1)]).Single();

        Assert.That((change.Workload, change.BaselinePeakBytes, change.CandidatePeakBytes), Is.EqualTo(("w", 102.0, 150.0)));
        Assert.That(change.PeakMemoryPercent, Is.EqualTo(47.06).Within(0.01));
        Assert.That(change.WallPercent, Is.EqualTo(-50));
        Assert.That(change.SystemTimePercent, Is.NaN);
    }

    [Test]
    public void An_even_number_of_rounds_takes_the_middle() =>
        Assert.That(ResourceChange.Of([Run(1, 100, 1, 100, 1), Run(2, 200, 1, 200, 1)]).Single().BaselinePeakBytes, Is.EqualTo(150));

    [Test]
    public void No_runs_no_changes() => Assert.That(ResourceChange.Of([]), Is.Empty);

    private static DuetRun Run(int round, long peak, double wall, long candidatePeak, double candidateWall) =>
        new("w", round, Side(peak, wall), Side(candidatePeak, candidateWall), CandidateFirst: false);

    private static WorkloadRun Side(long peak, double wall) => new("w", 0, false, "", new ResourceUse(wall, wall, 0, peak, 0, 0, 0, 0), "");
}
