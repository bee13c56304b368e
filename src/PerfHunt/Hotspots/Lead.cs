using System.Collections.Immutable;

namespace PerfHunt.Hotspots;

/// <summary>
/// How clearly the hottest of the candidates leads. Samples are counts: a share of <c>p</c> out of <c>n</c> samples has the
/// standard error <c>sqrt(p (1 - p) / n)</c>, and two shares of one recording add <c>2 p q / n</c> to the variance of their difference.
/// </summary>
public static class Lead
{
    // Three standard errors: of a thousand such orders, one is chance.
    private const double ClearStandardErrors = 3;

    /// <summary>The workloads that are to be recorded once more before the first can be told from the second; none when it leads clearly.</summary>
    /// <param name="ranked">Candidates that may be chosen, hottest first.</param>
    /// <param name="samples">Samples of each workload, 1 or more.</param>
    public static ImmutableSortedSet<string> Undecided(IReadOnlyList<Candidate> ranked, IReadOnlyDictionary<string, long> samples)
    {
        if (ranked.Count < 2)
        {
            return [];
        }

        var (first, second) = (ranked[0], ranked[1]);
        var gap = (first.MaxSelfPercent - second.MaxSelfPercent) / 100;
        return gap < ClearStandardErrors * Math.Sqrt(VarianceOfGap(first, second, samples))
            ? ImmutableSortedSet.Create(StringComparer.Ordinal, first.HottestWorkload, second.HottestWorkload)
            : [];
    }

    private static double VarianceOfGap(Candidate first, Candidate second, IReadOnlyDictionary<string, long> samples)
    {
        var (p, q) = (first.MaxSelfPercent / 100, second.MaxSelfPercent / 100);
        var shared = first.HottestWorkload == second.HottestWorkload ? 2 * p * q / samples[first.HottestWorkload] : 0;
        return (p * (1 - p) / samples[first.HottestWorkload]) + (q * (1 - q) / samples[second.HottestWorkload]) + shared;
    }
}
