using PerfHunt.Reporting;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Tests.Reporting;

public sealed class TrendReportTests
{
    private static readonly TrendChange Slower = new("deep", "cpu", "c2", "c1", 12.5, 0.002, "since c2 workload deep takes 12.5 % more CPU time");

    [Test]
    public void A_change_names_its_commit_and_the_method_its_source()
    {
        var report = new TrendReport("/h.jsonl", new History([], Rejected: 3, IsTorn: true), [Slower]);

        Assert.That(report.Plain(), Does.StartWith("since c2 workload deep takes 12.5 % more CPU time.\n").And.Contain("Matteson and James 2014"));
        Assert.That(report.Plain(), Does.Contain("3 runs of changes that were not committed").And.Contain("cut off"));
        Assert.That((string)report.ToJson()["changes"]![0]!["commit"]!, Is.EqualTo("c2"));
    }

    [Test]
    public void Nothing_found_is_said() =>
        Assert.That(new TrendReport("/h.jsonl", new History([]), []).Plain(), Does.StartWith("No workload takes another time than before"));
}
