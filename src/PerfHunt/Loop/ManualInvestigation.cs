using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Investigation;
using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// An investigation by a person: one call prepares clone, ticket and dossier and stops, a later one takes what the person left. The
/// clone survives the process in between.
/// </summary>
public static class ManualInvestigation
{
    /// <summary>The name of the clone in which a person works, or null when nobody does.</summary>
    public static string? CloneName(HuntState state) =>
        state is { Phase: Phase.Prepared, CurrentHotspot: { } hotspot } ? Name(state.Iteration, hotspot) : null;

    /// <summary>Prepares everything and says what comes next.</summary>
    public static void Prepare(HuntSession session)
    {
        var hotspot = session.State.CurrentHotspot!;
        var folder = FolderOf(session);
        Directory.CreateDirectory(folder.Scratch);
        DisposableClone.Create(
            session.Sources.Repository, session.Hunt.HeadCommit, Name(session.State.Iteration, hotspot), session.Tools.Cancellation);
        DossierFile.Write(session, folder.Root);
        session.Save(session.State.In(Phase.Prepared));
        Remind(session);
    }

    /// <summary>Says where everything is that was prepared, and what comes next.</summary>
    public static void Remind(HuntSession session)
    {
        var hotspot = session.State.CurrentHotspot!;
        var folder = FolderOf(session);
        session.WaitFor($"""
            {UntrustedText.Line(hotspot.Function)} waits for you.
              Dossier:  {DossierFile.PathIn(folder.Root)}
              Clone:    {DisposableClone.Existing(session.Sources.Repository, CloneName(session.State)!).Folder}
              Ticket:   {hotspot.TicketId}
            {WhatNext(folder)}
            """);
    }

    /// <summary>Takes what the person left; says what is missing when nothing was changed yet.</summary>
    public static void Take(HuntSession session)
    {
        var hotspot = session.State.CurrentHotspot!;
        var folder = FolderOf(session);
        var clone = DisposableClone.Existing(session.Sources.Repository, CloneName(session.State)!);
        var said = AgentResultReader.ReadFile(folder.ResultFile)
            .OrThrow(ExitCode.Usage, "Correct the file, or take it away: it is optional.");
        var reply = new InvestigationReply(InvestigationEnding.Changed, "", AgentReport.TitleOf(said, hotspot.Function), said.Explanation)
        {
            Notes = said.Notes,
            Patterns = said.Patterns,
            IsCleaner = said.IsCleaner,
        };
        var attempt = AttemptIntake.Take(session, clone.Folder, reply, folder.Root) with { Number = hotspot.Attempts.Length + 1 };
        if (attempt.Outcome == Outcomes.NoIdea && said.Outcome != AgentResult.NoIdea)
        {
            session.WaitFor($"Nothing was changed yet in {clone.Folder}.\n{WhatNext(folder)}");
            return;
        }

        InvestigationStep.KeepWords(session, reply);
        InvestigationStep.Record(session, hotspot, attempt);
        clone.Dispose();
    }

    private static string WhatNext(AgentFolder folder) => $$"""
        Change files in the clone, then call this again with --target=Verify (one attempt) or --target=PerfHunt (and on to the next hotspot).
        To name the change, write {"title": "...", "summary": "..."} into {{folder.ResultFile}};
        to give the hotspot up, write {"outcome": "no-idea", "notes": "..."} there.
        """;

    private static AgentFolder FolderOf(HuntSession session) =>
        new(session.Place.Workspace.Attempt(session.State.Iteration, session.State.CurrentHotspot!.Attempts.Length + 1));

    private static string Name(int iteration, CurrentHotspot hotspot) =>
        string.Create(CultureInfo.InvariantCulture, $"{iteration:000}-{hotspot.Attempts.Length + 1}");
}
