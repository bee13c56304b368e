using PerfHunt.Errors;
using PerfHunt.Investigation;
using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Opens the ticket, writes the dossier, lets the investigator work in a disposable clone and takes the patch out of it.</summary>
public static class InvestigationStep
{
    // Three in a row are no coincidence: the investigator cannot be used (guards.md).
    private const int ErrorsThatEndTheHunt = 3;

    /// <summary>True when a hotspot waits for an attempt.</summary>
    public static bool IsDue(HuntSession session) => session.State.Phase == Phase.HotspotChosen;

    /// <summary>Makes one attempt. Begins anew when an earlier process was ended in the middle of it.</summary>
    public static void Run(HuntSession session)
    {
        var started = session.Tools.Clock.GetTimestamp();
        TicketLog.Open(session);
        var hotspot = session.State.CurrentHotspot!;
        var folder = session.Place.Workspace.Attempt(session.State.Iteration, hotspot.Attempts.Length + 1);
        Directory.CreateDirectory(folder);
        using var clone = DisposableClone.Create(
            session.Sources.Repository, session.Hunt.HeadCommit, Path.GetFileName(folder), session.Tools.Cancellation);
        var request = RequestFor(session, hotspot, clone.Folder, DossierFile.Write(session, folder));
        var asked = session.Tools.Clock.GetTimestamp();
        var reply = Investigators.For(session).Investigate(request, session.Tools.Cancellation);
        var investigatorTime = session.Tools.Clock.GetElapsedTime(asked);
        var attempt = AttemptFrom(session, clone, reply, folder) with
        {
            Number = request.Attempt,
            Name = reply.Name,
            Title = UntrustedText.Line(reply.Title, AttemptRecord.TitleCap),
            InvestigatorSeconds = investigatorTime.TotalSeconds,
            Seconds = session.Tools.Clock.GetElapsedTime(started).TotalSeconds,
        };
        Record(session, hotspot, attempt);
    }

    private static void Record(HuntSession session, CurrentHotspot hotspot, AttemptRecord attempt)
    {
        session.Say($"Attempt {attempt.Number}: {(attempt.Title.Length > 0 ? attempt.Title : attempt.Reason)}");
        if (attempt.Outcome.Length > 0 && attempt.Title.Length > 0)
        {
            session.Say($"{attempt.Outcome}: {attempt.Reason}");
        }

        TicketLog.Note(session, $"Attempt {attempt.Number}: {attempt.Title}\n{attempt.Reason}".Trim());
        var failed = attempt.Outcome == Outcomes.InvestigatorError;
        var state = session.State.WithHunt(hunt => hunt with { InvestigatorErrorsInARow = failed ? hunt.InvestigatorErrorsInARow + 1 : 0 });
        session.Save(state.In(attempt.Outcome.Length == 0 ? Phase.Investigated : Phase.Judged) with
        {
            CurrentHotspot = hotspot with { Attempt = attempt },
        });
        if (session.Hunt.InvestigatorErrorsInARow >= ErrorsThatEndTheHunt)
        {
            throw new HuntException(
                ExitCode.InvestigatorUnusable,
                $"The investigator failed {ErrorsThatEndTheHunt} times in a row, last: {attempt.Reason}",
                "Mend it (see the ticket and the investigation's folder), then start the hunt again: it goes on here.",
                session.Place.Workspace.Attempt(session.State.Iteration, attempt.Number));
        }
    }

    private static InvestigationRequest RequestFor(HuntSession session, CurrentHotspot hotspot, string tree, string dossier) => new(
        hotspot.Function,
        tree,
        dossier,
        hotspot.TicketId!,
        hotspot.Attempts.Length + 1,
        [.. session.State.Investigated.SelectMany(entry => entry.Attempts).Concat(hotspot.Attempts).Select(attempt => attempt.Name)],
        [.. session.Hunt.CommittedChanges],
        Limits.TimeLeft(session, hotspot));

    // What counts is the tree that the investigator left, never what it says.
    private static AttemptRecord AttemptFrom(HuntSession session, DisposableClone clone, InvestigationReply reply, string folder)
    {
        var explained = new AttemptRecord { Reason = UntrustedText.Block(reply.Explanation) };
        if (reply.Ending is not (InvestigationEnding.Changed or InvestigationEnding.TimeLimit))
        {
            return explained with { Outcome = CodeOf(reply.Ending) };
        }

        var intake = new PatchIntake(session.Sources.Repository, session.Sources.Rules, session.Place.Config.Build.Keep)
            .Take(clone.Folder, session.Hunt.HeadCommit, Path.Combine(folder, "change.patch"), session.Tools.Cancellation);
        if (reply.Ending == InvestigationEnding.TimeLimit)
        {
            // What lies there is half a change: kept for the ticket, never verified.
            return explained with { Outcome = Outcomes.TimeLimit, Patch = intake.PatchFile };
        }

        return intake.Refusal is { } refusal
            ? explained with { Outcome = refusal.Code, Reason = refusal.Reason, Patch = intake.PatchFile }
            : explained with { Patch = intake.PatchFile };
    }

    private static string CodeOf(InvestigationEnding ending) => ending switch
    {
        InvestigationEnding.NoIdea => Outcomes.NoIdea,
        InvestigationEnding.DoesNotApply => Outcomes.DoesNotApply,
        InvestigationEnding.TimeLimit => Outcomes.TimeLimit,
        _ => Outcomes.InvestigatorError,
    };
}
