using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// Acts on a judgement: commits the measured tree or leaves the baseline as it is, asks for another attempt or closes the
/// investigation. Every part can be repeated, so that a process that was ended in the middle does no harm.
/// </summary>
public static class OutcomeStep
{
    /// <summary>True when a judgement waits to be acted on.</summary>
    public static bool IsDue(HuntSession session) => session.State.Phase == Phase.Judged;

    /// <summary>Acts.</summary>
    public static void Run(HuntSession session)
    {
        var hotspot = session.State.CurrentHotspot!;
        var attempt = hotspot.Attempt!;

        // Here and not where the judgement is made: from the saved state, the note is the same when the step is repeated.
        foreach (var judged in hotspot.Round.Append(attempt).OrderBy(one => one.Number))
        {
            TicketLog.Note(session, $"Attempt {judged.Number}: {judged.Outcome}. {judged.Reason}");
        }

        if (Outcomes.AreCommitted.Contains(attempt.Outcome))
        {
            attempt = attempt with { Commit = Commits.Add(session, hotspot, attempt) };
        }

        ImmutableArray<AttemptRecord> round = [.. hotspot.Round.Append(attempt).OrderBy(one => one.Number)];
        var tried = hotspot with { Attempt = null, Round = [], Attempts = [.. hotspot.Attempts, .. round] };
        if (WantsAnotherAttempt(session, tried, round))
        {
            session.Save(session.State.In(Phase.HotspotChosen) with { CurrentHotspot = tried });
            return;
        }

        Close(session, tried);
    }

    private static bool WantsAnotherAttempt(HuntSession session, CurrentHotspot tried, ImmutableArray<AttemptRecord> round) =>
        round.All(attempt => attempt.Commit is null) && round.Any(attempt => attempt.Outcome is not (Outcomes.NoIdea or Outcomes.TimeLimit)) && Limits.AllowAnotherAttempt(session, tried);

    private static void Close(HuntSession session, CurrentHotspot hotspot)
    {
        var entry = InvestigationResult.Of(hotspot, session.State.Iteration);
        TicketLog.Close(session, entry);
        JournalLog.Add(session, entry);
        session.Say(string.Create(CultureInfo.InvariantCulture, $"Iteration {entry.Iteration} ended: {entry.Outcome}, {entry.Function}."));
        session.Save(Next(Settled(session.State, entry)));
    }

    private static HuntState Settled(HuntState state, InvestigatedEntry entry)
    {
        var committed = entry.Attempts.FirstOrDefault(attempt => attempt.Commit is not null);
        var settled = state with
        {
            CurrentHotspot = null,
            Investigated = state.Investigated.Add(entry),
            History = state.History.Add(new JObject
            {
                ["iteration"] = entry.Iteration,
                ["function"] = entry.Function,
                ["outcome"] = entry.Outcome,
                ["commit"] = entry.Commit,
            }),
        };
        return committed is null ? settled : (settled with { FixesSinceLastProfile = settled.FixesSinceLastProfile + 1 })
            .WithHunt(hunt => Commits.Advance(hunt, committed));
    }

    private static HuntState Next(HuntState state) =>
        state.Iteration >= state.MaxIterations
            ? Ending.Of(state, Ending.IterationsUsedUp(state.MaxIterations))
            : state.In(Phase.Baselined) with { Iteration = state.Iteration + 1 };
}
