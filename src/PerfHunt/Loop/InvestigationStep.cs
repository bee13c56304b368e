using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Investigation;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Opens the ticket, writes the dossier, lets the investigator work in a disposable clone and takes the patch out of it.</summary>
public static class InvestigationStep
{
    // Three in a row are no coincidence: the investigator cannot be used (guards.md).
    private const int ErrorsThatEndTheHunt = 3;

    /// <summary>True when a hotspot waits for an attempt.</summary>
    public static bool IsDue(HuntSession session) =>
        session.State.Phase == Phase.HotspotChosen && !Limits.AgentTimeIsUp(session);

    /// <summary>Says again where a person finds what was prepared; false when nobody is waited for.</summary>
    public static bool Remind(HuntSession session)
    {
        if (session.State.Phase != Phase.Prepared)
        {
            return false;
        }

        ManualInvestigation.Remind(session);
        return true;
    }

    /// <summary>Makes one attempt. Begins anew when an earlier process was ended in the middle of it.</summary>
    public static void Run(HuntSession session)
    {
        TicketLog.Open(session);
        if (session.Place.Config.Investigator.Kind == InvestigatorConfig.ManualKind)
        {
            ManualInvestigation.Prepare(session);
        }
        else
        {
            Ask(session);
        }
    }

    /// <summary>Records the candidates of a round, and ends the hunt when the investigator itself failed too often.</summary>
    internal static void Record(HuntSession session, CurrentHotspot hotspot, params ImmutableArray<AttemptRecord> round)
    {
        foreach (var attempt in round)
        {
            Tell(session, attempt);
        }

        var failed = round.All(attempt => attempt.Outcome == Outcomes.InvestigatorError);
        var next = CandidateChoice.Next(hotspot, round);
        var state = session.State.WithHunt(hunt => hunt with { InvestigatorErrorsInARow = failed ? hunt.InvestigatorErrorsInARow + 1 : 0 });
        session.Save(state.In(next.Attempt!.Outcome.Length == 0 ? Phase.Investigated : Phase.Judged) with { CurrentHotspot = next });
        if (session.Hunt.InvestigatorErrorsInARow >= ErrorsThatEndTheHunt)
        {
            throw new HuntException(
                ExitCode.InvestigatorUnusable,
                $"The investigator failed {ErrorsThatEndTheHunt} times in a row, last: {round[^1].Reason}",
                "Mend it (see the ticket and the investigation's folder), then start the hunt again: it goes on here.",
                session.Place.Workspace.Attempt(session.State.Iteration, round[^1].Number));
        }
    }

    private static void Tell(HuntSession session, AttemptRecord attempt)
    {
        session.Say($"Attempt {attempt.Number}: {(attempt.Title.Length > 0 ? attempt.Title : attempt.Reason)}");
        if (attempt.Outcome.Length > 0 && attempt.Title.Length > 0)
        {
            session.Say($"{attempt.Outcome}: {attempt.Reason}");
        }

        TicketLog.Note(session, $"Attempt {attempt.Number}: {attempt.Title}\n{attempt.Reason}".Trim());
    }

    private static void Ask(HuntSession session)
    {
        using var round = new CandidateRound(session);
        var replies = round.Ask();
        if (replies.All(reply => reply.Ending == InvestigationEnding.Limited))
        {
            Leave(session, replies[0]);
            return;
        }

        Record(session, session.State.CurrentHotspot!, round.Take());
    }

    // The hotspot keeps its turn: nothing is wrong with it.
    private static void Leave(HuntSession session, InvestigationReply reply)
    {
        session.Say("The investigator is limited for now; the hunt can go on here later.");
        if (!session.TimeIsUp)
        {
            throw new HuntException(
                ExitCode.InvestigatorUnusable,
                FormattableString.Invariant($"The investigator is limited, also after waiting {reply.Waited.TotalMinutes:0.#} minutes: {UntrustedText.Line(reply.Explanation)}"),
                "Start the hunt again when its quota is free: it goes on here.");
        }
    }

    /// <summary>Puts notes into the ticket and patterns into the journal.</summary>
    internal static void KeepWords(HuntSession session, InvestigationReply reply)
    {
        foreach (var note in reply.Notes)
        {
            TicketLog.Note(session, note);
        }

        foreach (var pattern in reply.Patterns)
        {
            session.Stores.Journal.Add(JournalSection.Patterns, pattern);
        }
    }
}
