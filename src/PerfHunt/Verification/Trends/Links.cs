using PerfHunt.Verification.Statistics;

namespace PerfHunt.Verification.Trends;

/// <summary>
/// Commits that were compared with their neighbours only. Each comparison stands for itself: it names a change when it is
/// significant, all comparisons of a workload considered (Bonferroni).
/// </summary>
internal static class Links
{
    /// <summary>
    /// Changes below this are not told, percent: twelve relinked layouts of one unchanged program differed by up to 1 %,
    /// and a single comparison cannot tell that from a change.
    /// </summary>
    public const double LeastPercent = 2;

    /// <summary>The clear changes of one workload.</summary>
    /// <param name="entries">Runs of one workload, metric and mode, all beside another commit.</param>
    public static IEnumerable<Link> Changes(IReadOnlyCollection<HistoryEntry> entries)
    {
        var links = entries.GroupBy(entry => (entry.Commit, Against: entry.Against!))
            .Select(link => (link.Key, Values: link.Select(entry => entry.LevelLog).ToList()))
            .ToList();
        var known = links.Select(link => link.Key).ToList();

        // Two commits that were compared both ways changed once: what came first says which one is the later.
        links.RemoveAll(link => known.IndexOf((link.Key.Against, link.Key.Commit)) is >= 0 and var mirrored && mirrored < known.IndexOf(link.Key));
        var first = entries.FirstOrDefault();
        var typical = NoiseModel.Typical(first?.Mode ?? "duet", first?.Metric ?? "cpu").Default;
        var noise = Noise([.. links.Select(link => link.Values)], typical);
        return links
            .Select(link => ToLink(link.Key.Commit, link.Key.Against, RobustMean.Of(link.Values, noise), links.Count))
            .Where(link => link.Probability < ChangePoints.Significance && Math.Abs(link.ChangePercent) >= LeastPercent);
    }

    private static Link ToLink(string commit, string against, RobustMean mean, int links)
    {
        var tail = Math.Min(mean.TailOfZero, 1 - mean.TailOfZero);
        return new(commit, against, Percent.FromLog(mean.Value), Math.Min(1, 2 * tail * links), mean.Count);
    }

    /// <summary>The spread within the comparisons, or the typical one of the mode where each has a single round.</summary>
    private static NoiseScale Noise(List<List<double>> links, NoiseScale typical)
    {
        var means = links.Select(values => RobustMean.Of(values, typical)).ToList();
        var freedom = means.Sum(mean => mean.Count - 1.0);
        var squares = means.Sum(mean => mean.SumOfSquares) + typical.SpreadLog * typical.SpreadLog;
        return new(Math.Sqrt(squares / (freedom + 1)), Math.Min(freedom + 1, NoiseModel.MostDegreesOfFreedom));
    }
}
