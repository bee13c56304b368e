using System.Collections.Immutable;
using PerfHunt.Profiling;

namespace PerfHunt.Hotspots;

/// <summary>Turns the profiles of one round into the ranked list of candidates. Pure: independent of the order of its input.</summary>
public static class CandidateList
{
    /// <summary>Gathers each function's self share over all workloads and ranks by the highest.</summary>
    /// <param name="profiles">One profile a workload.</param>
    /// <param name="ours">Which functions are ours.</param>
    /// <param name="thresholdPercent">A candidate's highest share is strictly above this, percent.</param>
    public static ImmutableArray<Candidate> Build(
        IReadOnlyDictionary<string, Profile> profiles, OwnFunctions ours, double thresholdPercent) =>
        [.. Gather(profiles, ours)
            .Where(candidate => candidate.MaxSelfPercent > thresholdPercent)
            .OrderByDescending(candidate => candidate.MaxSelfPercent)
            .ThenBy(candidate => candidate.Function, StringComparer.Ordinal)];

    private static IEnumerable<Candidate> Gather(IReadOnlyDictionary<string, Profile> profiles, OwnFunctions ours) =>
        from pair in profiles
        from share in pair.Value.Symbols
        let part = ours.Find(share.Symbol, share.Module)
        where part is not null
        group (Workload: pair.Key, share.SelfPercent, Part: part) by share.Symbol into shares
        select new Candidate(shares.Key, shares.First().Part.Crate, shares.First().Part.Folder, Sum(shares.Select(s => (s.Workload, s.SelfPercent))));

    private static ImmutableSortedDictionary<string, double> Sum(IEnumerable<(string Workload, double SelfPercent)> shares) =>
        shares.GroupBy(share => share.Workload, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(share => share.SelfPercent), StringComparer.Ordinal);
}
