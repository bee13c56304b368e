using System.Collections.Immutable;

namespace PerfHunt.Hotspots;

/// <summary>Picks the next hotspot: the highest-ranked candidate that was not investigated and is not noise.</summary>
public static class HotspotChoice
{
    /// <summary>The generation in which the suite has been made larger already.</summary>
    public const int LastGeneration = 2;

    /// <summary>Decides what comes next. Expected outcomes are values.</summary>
    /// <param name="ranked">Candidates, hottest first.</param>
    /// <param name="isSettled">True for functions that are not to be chosen: with a finished investigation, or noise that always shows up.</param>
    /// <param name="suiteGeneration">1 for the first suite, 2 for the larger one.</param>
    public static Analysis Choose(ImmutableArray<Candidate> ranked, Func<string, bool> isSettled, int suiteGeneration)
    {
        var next = ranked.FirstOrDefault(candidate => !isSettled(candidate.Function));
        return (next, suiteGeneration) switch
        {
            ({ } hotspot, _) => new Analysis.Chosen(hotspot),
            (null, < LastGeneration) => new Analysis.SuiteExhausted(),
            _ => new Analysis.NothingLeft(),
        };
    }
}
