using System.Collections.Immutable;

namespace PerfHunt.Verification.Trends;

/// <summary>
/// Makes comparable levels out of a history. What a program takes drifts by ten percent with the machine; ratios to one
/// reference that ran beside it do not, and their errors are independent, which the search for change points needs. (Levels
/// added up from neighbour to neighbour would add up their errors too: a random walk, full of changes that are none.)
/// The rounds of one commit give one point, since they share its code layout and are no independent witnesses.
/// </summary>
internal static class Levels
{
    /// <summary>
    /// One series for each workload, metric and reference that enough commits were measured against; runs measured alone
    /// make a series of their own from their bare values.
    /// </summary>
    public static ImmutableArray<LevelSeries> Of(IEnumerable<HistoryEntry> entries) =>
    [
        .. entries.GroupBy(entry => (entry.Workload, entry.Metric, entry.Mode, entry.Against))
            .OrderBy(group => group.Key.Workload, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Metric, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Against, StringComparer.Ordinal)
            .Select(group => Series(group.Key.Workload, group.Key.Metric, group))
            .Where(series => series.Commits.Length >= 2 * ChangePoints.LeastLength),
    ];

    private static LevelSeries Series(string workload, string metric, IEnumerable<HistoryEntry> entries)
    {
        var commits = entries.GroupBy(entry => entry.Commit, StringComparer.Ordinal).ToList();
        return new(
            workload,
            metric,
            [.. commits.Select(commit => commit.Key)],
            [.. commits.Select(commit => commit.Average(entry => entry.LevelLog))]);
    }
}
