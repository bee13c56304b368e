using PerfHunt.Errors;
using PerfHunt.Investigation;
using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Takes the change out of a clone. What counts is the tree that the investigator left, never what it says.</summary>
public static class AttemptIntake
{
    private const string PatchName = "change.patch";

    /// <summary>The attempt so far: with an outcome when it ends here, without one when its patch is to be verified.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="tree">The clone's folder.</param>
    /// <param name="reply">What the investigator said.</param>
    /// <param name="folder">The attempt's folder, for the patch.</param>
    public static AttemptRecord Take(HuntSession session, string tree, InvestigationReply reply, string folder)
    {
        var said = new AttemptRecord
        {
            Name = reply.Name,
            Title = UntrustedText.Line(reply.Title, AttemptRecord.TitleCap),
            Reason = UntrustedText.Block(reply.Explanation),
        };
        return reply.Ending is InvestigationEnding.Changed or InvestigationEnding.TimeLimit
            ? WithPatch(session, tree, reply, said, Path.Combine(folder, PatchName))
            : said with { Outcome = CodeOf(reply.Ending) };
    }

    /// <summary>True when a clone is as it was when the investigator got it.</summary>
    public static bool IsUnchanged(HuntSession session, InvestigationRequest request) =>
        Intake(session, request.Tree, Path.Combine(request.Folder.Root, PatchName)).Refusal is { Code: Refusal.Empty };

    private static Intake Intake(HuntSession session, string tree, string file) =>
        new PatchIntake(session.Sources.Repository, session.Sources.Rules, session.Place.Config.Build.Keep)
            .Take(tree, session.Hunt.HeadCommit, file, session.Tools.Cancellation);

    private static AttemptRecord WithPatch(HuntSession session, string tree, InvestigationReply reply, AttemptRecord said, string file)
    {
        var intake = Intake(session, tree, file);
        var taken = said with { Patch = intake.PatchFile };
        var isUnchanged = intake.Refusal is { Code: Refusal.Empty };
        return reply.Ending == InvestigationEnding.TimeLimit && !(isUnchanged && reply.WithoutChange == InvestigationEnding.InvestigatorError) ? HalfDone(taken)
            : isUnchanged ? Unchanged(taken, reply)
            : (intake.Refusal ?? PatchScreen.Objection(session, taken.Patch!)) is { } refusal
                ? Refused(session, taken, refusal)
                : taken;
    }

    // The refusal takes the reason's place; what the investigator found out stays in the ticket.
    private static AttemptRecord Refused(HuntSession session, AttemptRecord attempt, Refusal refusal)
    {
        if (attempt.Reason.Length > 0)
        {
            TicketLog.Note(session, $"The investigator said: {attempt.Reason}");
        }

        return attempt with { Outcome = refusal.Code, Reason = refusal.Reason };
    }

    // What lies there is half a change: kept for the ticket, never verified.
    private static AttemptRecord HalfDone(AttemptRecord attempt) => attempt with
    {
        Title = "",
        Outcome = Outcomes.TimeLimit,
        Reason = attempt.Patch is null ? attempt.Reason : $"{attempt.Reason}\nWhat it had changed by then: {attempt.Patch}",
    };

    private static AttemptRecord Unchanged(AttemptRecord attempt, InvestigationReply reply) => attempt with
    {
        Title = reply.Name.Length > 0 ? attempt.Title : "",
        Outcome = CodeOf(reply.WithoutChange),
        Reason = attempt.Reason.Length > 0 ? attempt.Reason : "Nothing was changed.",
    };

    private static string CodeOf(InvestigationEnding ending) => ending switch
    {
        InvestigationEnding.NoIdea => Outcomes.NoIdea,
        InvestigationEnding.DoesNotApply => Outcomes.DoesNotApply,
        InvestigationEnding.TimeLimit => Outcomes.TimeLimit,
        _ => Outcomes.InvestigatorError,
    };
}
