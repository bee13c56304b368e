using System.Collections.Immutable;
using PerfHunt.Hotspots;
using PerfHunt.Profiling;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>What the choice of a hotspot rests on.</summary>
/// <param name="State">The hunt.</param>
/// <param name="Round">The profiles of its last round by workload; empty when there are none to read.</param>
/// <param name="Ours">Which functions are ours.</param>
/// <param name="ConfiguredNoise">Functions that the configuration calls noise.</param>
/// <param name="JournalNoise">Functions that the journal calls noise.</param>
/// <param name="ThresholdPercent">A candidate's highest self share is above this, percent.</param>
public sealed record ExplanationFacts(
    HuntState State,
    IReadOnlyDictionary<string, Profile> Round,
    OwnFunctions Ours,
    IReadOnlySet<string> ConfiguredNoise,
    IReadOnlySet<string> JournalNoise,
    double ThresholdPercent)
{
    /// <summary>Every function that the hunt has met.</summary>
    public ImmutableSortedSet<string> Functions =>
    [
        .. Round.Values.SelectMany(profile => profile.Symbols).Where(share => !share.IsUnknown).Select(share => share.Symbol),
        .. State.Candidates.Select(candidate => candidate.Function),
        .. State.Investigated.Select(entry => entry.Function),
        .. State.CurrentHotspot is { } hotspot ? [hotspot.Function] : Array.Empty<string>(),
    ];
}
