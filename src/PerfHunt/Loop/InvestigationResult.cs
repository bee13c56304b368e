using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Sums the attempts at a hotspot up. Pure.</summary>
public static class InvestigationResult
{
    /// <summary>The entry for the list of investigated functions.</summary>
    /// <param name="hotspot">The hotspot with all its attempts.</param>
    /// <param name="iteration">The iteration.</param>
    public static InvestigatedEntry Of(CurrentHotspot hotspot, int iteration)
    {
        var decisive = Decisive(hotspot);
        return new InvestigatedEntry
        {
            Function = hotspot.Function,
            Iteration = iteration,
            Outcome = OutcomeOf(hotspot),
            Commit = decisive?.Commit,
            TicketId = hotspot.TicketId,
            SamplesPctBefore = hotspot.MaxSelfPct,
            SamplesPctAfter = decisive?.SelfPctAfter,
            CompileTimeChangePct = decisive?.Change?.EffectPct,
            Notes = decisive is null ? "" : $"{decisive.Title}: {decisive.Outcome}. {decisive.Reason}".TrimStart(':', ' '),
            Attempts = hotspot.Attempts,
            Seconds = hotspot.Attempts.Sum(attempt => attempt.Seconds),
        };
    }

    private static string OutcomeOf(CurrentHotspot hotspot)
    {
        var outcomes = hotspot.Attempts.Select(attempt => attempt.Outcome).ToList();
        if (outcomes.FirstOrDefault(Outcomes.AreCommitted.Contains) is { } committed)
        {
            return committed;
        }

        var nothingProposed = outcomes.All(outcome => outcome is Outcomes.NoIdea or Outcomes.InvestigatorError);
        return nothingProposed || outcomes.Any(Outcomes.LeaveSomethingOpen.Contains) ? Outcomes.Deferred : Outcomes.Reverted;
    }

    // The commit if there is one, else the last attempt that proposed something, else the last word.
    private static AttemptRecord? Decisive(CurrentHotspot hotspot) =>
        hotspot.Attempts.FirstOrDefault(attempt => Outcomes.AreCommitted.Contains(attempt.Outcome))
        ?? hotspot.Attempts.LastOrDefault(attempt => attempt.Outcome != Outcomes.NoIdea)
        ?? hotspot.Attempts.LastOrDefault();
}
