using System.Collections.Immutable;

namespace PerfHunt.Hotspots;

/// <summary>A function of ours that is hot enough to be worth an investigation.</summary>
/// <param name="Function">The demangled symbol.</param>
/// <param name="Crate">The part of the program that it belongs to.</param>
/// <param name="Folder">Where that part's sources lie, below the repository's root.</param>
/// <param name="ByWorkload">Self share in each workload where it was sampled, percent (0-100).</param>
public sealed record Candidate(
    string Function,
    string Crate,
    string Folder,
    ImmutableSortedDictionary<string, double> ByWorkload)
{
    /// <summary>The highest self share in any one workload, percent (0-100): what candidates are ranked by.</summary>
    public double MaxSelfPercent { get; } = ByWorkload.Values.DefaultIfEmpty(0).Max();

    /// <summary>The workload with the highest share; the first by name on a tie.</summary>
    public string HottestWorkload =>
        ByWorkload.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
}
