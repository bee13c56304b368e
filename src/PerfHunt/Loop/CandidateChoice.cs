using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Which candidate of a round comes next, and in the end which one wins. Pure.</summary>
public static class CandidateChoice
{
    /// <summary>
    /// The hotspot with the next candidate that waits for its judgement; once all are judged, with the best: faster before cleaner, then
    /// the larger gain, then the earlier one. The others stand beside it, those that are good enough for a commit as outdone.
    /// </summary>
    /// <param name="hotspot">The hotspot.</param>
    /// <param name="round">All candidates of the round, at least one.</param>
    public static CurrentHotspot Next(CurrentHotspot hotspot, IEnumerable<AttemptRecord> round)
    {
        var all = round.OrderBy(attempt => attempt.Number).ToList();
        if (all.Find(attempt => attempt.Outcome.Length == 0) is { } waiting)
        {
            return hotspot with { Attempt = waiting, Round = [.. all.Where(attempt => attempt != waiting)] };
        }

        var best = all.Where(IsGood).OrderBy(attempt => attempt.Outcome == Outcomes.Fixed ? 0 : 1).ThenBy(attempt => attempt.Change?.EffectPct ?? 0).FirstOrDefault();
        var decisive = best ?? all[^1];
        return hotspot with { Attempt = decisive, Round = [.. all.Where(attempt => attempt != decisive).Select(attempt => Outdone(attempt, decisive))] };
    }

    private static bool IsGood(AttemptRecord attempt) => Outcomes.AreCommitted.Contains(attempt.Outcome);

    private static AttemptRecord Outdone(AttemptRecord attempt, AttemptRecord winner) => !IsGood(attempt) ? attempt : attempt with
    {
        Outcome = Outcomes.Outdone,
        Reason = FormattableString.Invariant($"good too (suite {Figures.Change(attempt.Change?.EffectPct ?? 0)}), but attempt {winner.Number} is better ({Figures.Change(winner.Change?.EffectPct ?? 0)})"),
    };
}
