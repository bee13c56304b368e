using PerfHunt.Errors;

namespace PerfHunt.Verification.Statistics;

/// <summary>The log ratios candidate / baseline of one workload, one value a round.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Rounds">The rounds, ascending.</param>
/// <param name="Values">The natural logarithm of the ratio in each of these rounds.</param>
internal sealed record LogRatios(string Workload, IReadOnlyList<int> Rounds, IReadOnlyList<double> Values)
{
    /// <summary>True when both times are positive finite numbers.</summary>
    public static bool IsUsable(RunPair pair) => IsPositive(pair.BaselineSeconds) && IsPositive(pair.CandidateSeconds);

    /// <summary>
    /// Sorted by workload and round, so that the order in which pairs arrive cannot matter. Several pairs of one workload
    /// in one round count as one with their mean log ratio.
    /// </summary>
    public static IReadOnlyList<LogRatios> ByWorkload(IEnumerable<RunPair> pairs) =>
    [
        .. pairs.GroupBy(pair => pair.Workload, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(Of),
    ];

    /// <summary>The same without the rounds after <paramref name="lastRound"/>; null when nothing is left.</summary>
    public LogRatios? Until(int lastRound)
    {
        var count = Rounds.Count(round => round <= lastRound);
        return count == 0 ? null : this with { Rounds = [.. Rounds.Take(count)], Values = [.. Values.Take(count)] };
    }

    /// <summary>The first thing that makes the pairs unfit to be judged, or null.</summary>
    public static LocatedError? FirstProblem(IReadOnlyList<RunPair> pairs)
    {
        if (pairs.Count == 0)
        {
            return new("measurements", 0, "there is no pair of runs to judge, expected at least one round of the suite");
        }

        var bad = pairs.FirstOrDefault(pair => !IsUsable(pair));
        if (bad is null)
        {
            return null;
        }

        var (side, value) = IsPositive(bad.BaselineSeconds)
            ? ("candidate", bad.CandidateSeconds)
            : ("baseline", bad.BaselineSeconds);
        return new(
            $"round {bad.Round}, workload {bad.Workload}",
            0,
            $"the {side}'s measure is no positive number",
            FormattableString.Invariant($"{value}"));
    }

    private static LogRatios Of(IGrouping<string, RunPair> pairs)
    {
        var rounds = pairs.GroupBy(pair => pair.Round).OrderBy(group => group.Key).ToList();
        return new(pairs.Key, [.. rounds.Select(group => group.Key)], [.. rounds.Select(Mean)]);

        // Sorted before summing: sums of floating point numbers depend on the order.
        static double Mean(IEnumerable<RunPair> round) => round
            .Select(pair => Math.Log(pair.CandidateSeconds) - Math.Log(pair.BaselineSeconds)).Order().Average();
    }

    private static bool IsPositive(double value) => double.IsFinite(value) && value > 0;
}
