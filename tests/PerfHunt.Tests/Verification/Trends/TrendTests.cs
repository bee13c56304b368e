using PerfHunt.Tests.Verification.Statistics;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Tests.Verification.Trends;

public class TrendTests
{
    private const int Seed = 8;

    [Test]
    public void The_commit_that_made_a_workload_slower_is_named()
    {
        var changes = Trend.Of(Measured(commit => "c0", slowerFrom: 12, percent: 2), Seed);

        Assert.That(changes.Select(change => (change.Workload, change.Commit, change.Before)).ToArray(), Is.EqualTo(new[] { ("deep", "c12", "c11") }), $"seed {Seed}");
        Assert.That(changes[0].ChangePercent, Is.EqualTo(2).Within(0.5));
        Assert.That(changes[0].Reason, Does.Match(@"^since c12 workload deep takes [12]\.\d % more CPU time \(11 commits before, 12 since; by chance in 0\.2 % of cases\)$"));
    }

    [Test]
    public void A_commit_that_was_compared_with_its_neighbour_only_is_named_too()
    {
        var changes = Trend.Of(Measured(commit => $"c{commit - 1}", slowerFrom: 12, percent: 5), Seed);

        Assert.That(changes.Select(change => (change.Workload, change.Commit, change.Before)).ToArray(), Is.EqualTo(new[] { ("deep", "c12", "c11") }), $"seed {Seed}");
        Assert.That(changes[0].Reason, Does.Match(@"^workload deep takes [45]\.\d % more CPU time in c12 than in c11 \(3 pairs of runs; by chance"));
    }

    [Test]
    public void Histories_without_a_change_seldom_have_a_trend([Values] bool neighbours)
    {
        var alarms = Enumerable.Range(0, 40).Count(seed =>
            Trend.Of(Measured(commit => neighbours ? $"c{commit - 1}" : "c0", 12, 0, seed), seed).Length > 0);

        // Two workloads at 1 % each: more than 4 of 40 come once in 1,000 runs.
        Assert.That(alarms, Is.LessThanOrEqualTo(4), "seeds 0-39");
    }

    [Test]
    public void The_machines_own_drift_is_no_trend_when_commits_were_measured_side_by_side()
    {
        var drifting = Measured(commit => "c0", 12, 0).Entries.Select((entry, i) => entry with
        {
            Value = entry.Value * (i < 60 ? 1 : 1.3), AgainstValue = entry.AgainstValue * (i < 60 ? 1 : 1.3),
        });

        Assert.That(Trend.Of(new([.. drifting]), Seed), Is.Empty);
    }

    [Test]
    public void Runs_measured_alone_make_a_series_of_bare_values()
    {
        var entries = Enumerable.Range(0, 8).Select(i => new HistoryEntry("", $"c{i}", null, "w", 1, 2, null))
            .Append(new("", "c7", null, "w", 2, 8, null));

        var series = Levels.Of(entries).Single();

        Assert.That(series.LevelsLog.Select(Math.Exp), Is.EqualTo(new[] { 2, 2, 2, 2, 2, 2, 2, 4.0 }).Within(1e-12));
    }

    /// <summary>23 commits in three duets each beside another one; duets have a spread of 0.8 %, the machine one of 10 %.</summary>
    private static History Measured(Func<int, string> against, int slowerFrom, double percent, int seed = Seed)
    {
        var random = new Random(seed);
        var entries = from commit in Enumerable.Range(1, 23)
                      from workload in new[] { "deep", "wide" }
                      from round in Enumerable.Range(1, 3)
                      let other = against(commit)
                      let machine = 1 + 0.1 * random.NextDouble()
                      let isSlower = workload == "deep" && commit >= slowerFrom && !(other != "c0" && commit > slowerFrom)
                      let noise = Math.Exp(0.008 * Gauss.Next(random))
                      select new HistoryEntry("", $"c{commit}", other, workload, round, machine * (isSlower ? 1 + percent / 100 : 1) * noise, machine);
        return new([.. entries]);
    }
}
