using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Verification.Trends;

/// <summary>
/// Says since which commit a workload got slower or faster: by change points where many commits were measured against one
/// reference (or alone), by single comparisons where they were measured against their neighbours.
/// </summary>
public static class Trend
{
    /// <summary>Level shifts below this are not told, percent: they may be significant, but nobody would act on them.</summary>
    public const double LeastPercent = 0.5;

    private const int ShortCommit = 10;

    /// <summary>The changes in a history, by workload.</summary>
    /// <param name="history">The measured runs.</param>
    /// <param name="seed">Seed of the tests by shuffling.</param>
    public static ImmutableArray<TrendChange> Of(History history, int seed)
    {
        var common = history.Entries.GroupBy(entry => (entry.Workload, entry.Metric, entry.Mode, entry.Against))
            .ToLookup(group => group.Key.Against is null || group.Select(entry => entry.Commit).Distinct().Count() >= 2 * ChangePoints.LeastLength);
        return
        [
            .. Levels.Of(common[true].SelectMany(group => group)).SelectMany(series => Shifts(series, seed))
                .Concat(common[false].SelectMany(group => group).Where(entry => entry.Commit != entry.Against).GroupBy(entry => (entry.Workload, entry.Metric, entry.Mode))
                    .SelectMany(group => Links.Changes([.. group]).Select(link => Change(group.Key.Workload, group.Key.Metric, link))))
                .OrderBy(change => change.Workload, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<TrendChange> Shifts(LevelSeries series, int seed)
    {
        var points = ChangePoints.Find(series.LevelsLog, seed);
        var edges = points.Select(point => point.At).Prepend(0).Append(series.Commits.Length).ToArray();
        for (var i = 0; i < points.Length; i++)
        {
            var before = series.LevelsLog[edges[i]..edges[i + 1]];
            var after = series.LevelsLog[edges[i + 1]..edges[i + 2]];
            var percent = 100 * (Math.Exp(Median.Of(after) - Median.Of(before)) - 1);
            if (Math.Abs(percent) >= LeastPercent)
            {
                yield return Change(series, points[i], percent, before.Length, after.Length);
            }
        }
    }

    private static TrendChange Change(LevelSeries series, ChangePoint point, double percent, int before, int after)
    {
        var commit = series.Commits[point.At];
        var reason = Text($"since {Short(commit)} workload {series.Workload} takes {Size(percent)} {Measure(series.Metric)} ({before} commits before, {after} since; by chance in {100 * point.Probability:0.0#} % of cases)");
        return new(series.Workload, series.Metric, commit, series.Commits[point.At - 1], percent, point.Probability, reason);
    }

    private static TrendChange Change(string workload, string metric, Link link)
    {
        var reason = Text($"workload {workload} takes {Size(link.ChangePercent)} {Measure(metric)} in {Short(link.Commit)} than in {Short(link.Against)} ({link.Pairs} pairs of runs; by chance in {100 * link.Probability:0.0#} % of cases)");
        return new(workload, metric, link.Commit, link.Against, link.ChangePercent, link.Probability, reason);
    }

    private static string Size(double percent) => Text($"{Math.Abs(percent):0.0} % {(percent < 0 ? "less" : "more")}");

    private static string Short(string commit) => commit.Length > ShortCommit ? commit[..ShortCommit] : commit;

    private static string Measure(string metric) => metric switch
    {
        "cpu" => "CPU time",
        "wall" => "wall time",
        _ => metric,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
