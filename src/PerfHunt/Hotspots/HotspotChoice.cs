using System.Collections.Immutable;

namespace PerfHunt.Hotspots;

/// <summary>Picks the next hotspot: the highest-ranked candidate that was not investigated and is not noise.</summary>
public static class HotspotChoice
{
    /// <summary>The generation in which the suite has been made larger already.</summary>
    public const int LastGeneration = 2;

    /// <summary>Decides what comes next. Expected outcomes are values.</summary>
    /// <param name="ranked">Candidates, hottest first.</param>
    /// <param name="investigated">Functions with a finished investigation.</param>
    /// <param name="noise">Functions that always show up and are not actionable.</param>
    /// <param name="suiteGeneration">1 for the first suite, 2 for the larger one.</param>
    public static Analysis Choose(
        ImmutableArray<Candidate> ranked, IReadOnlySet<string> investigated, IReadOnlySet<string> noise, int suiteGeneration)
    {
        var next = ranked.FirstOrDefault(candidate => !investigated.Contains(candidate.Function) && !noise.Contains(candidate.Function));
        return (next, suiteGeneration) switch
        {
            ({ } hotspot, _) => new Analysis.Chosen(hotspot),
            (null, < LastGeneration) => new Analysis.SuiteExhausted(),
            _ => new Analysis.NothingLeft(),
        };
    }
}
