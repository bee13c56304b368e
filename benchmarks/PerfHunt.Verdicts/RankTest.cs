namespace PerfHunt.Verdicts;

/// <summary>The test of Mann and Whitney (1947), as benchmark tools use it.</summary>
internal static class RankTest
{
    /// <summary>
    /// How many standard deviations the rank sum of <paramref name="second"/> lies above what chance gives: positive when its
    /// values are greater. Normal approximation with continuity correction; times have no ties to speak of.
    /// </summary>
    public static double Score(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var wins = first.Sum(a => second.Sum(b => b > a ? 1 : b < a ? 0 : 0.5));
        var (n, m) = ((double)first.Count, (double)second.Count);
        var excess = wins - n * m / 2;
        var corrected = Math.Sign(excess) * Math.Max(0, Math.Abs(excess) - 0.5);
        return corrected / Math.Sqrt(n * m * (n + m + 1) / 12);
    }
}
