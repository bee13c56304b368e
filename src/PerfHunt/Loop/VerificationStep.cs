using PerfHunt.Processes;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// Judges a change: applied to a clean tree, through the gate, built, compared in its output, measured against the baseline.
/// The first thing that speaks against it ends the examination.
/// </summary>
public static class VerificationStep
{
    /// <summary>True when a change waits for its judgement.</summary>
    public static bool IsDue(HuntSession session) =>
        session.State.Phase == Phase.Investigated || (session.State.Phase == Phase.Prepared && session.WaitsFor is null);

    /// <summary>Examines the change from the beginning, also when an earlier process was ended in the middle of it.</summary>
    public static void Run(HuntSession session)
    {
        if (session.State.Phase == Phase.Prepared)
        {
            ManualInvestigation.Take(session);
        }

        // One after the other, each on disk before the next begins.
        while (session.State.Phase == Phase.Investigated)
        {
            Examine(session);
        }
    }

    private static void Examine(HuntSession session)
    {
        var started = session.Tools.Clock.GetTimestamp();
        var hotspot = session.State.CurrentHotspot!;
        var judged = Repeated(hotspot) ?? Judge(session, hotspot, hotspot.Attempt!);
        session.Say($"{judged.Outcome}: {judged.Reason}");
        var timed = judged with
        {
            Seconds = judged.Seconds + session.Tools.Clock.GetElapsedTime(started).TotalSeconds,
            JudgedAt = Text.UtcLabel(session.Tools.Clock),
        };
        var next = CandidateChoice.Next(session.State.CurrentHotspot!, hotspot.Round.Append(timed));
        session.Save(session.State.In(next.Attempt!.Outcome.Length == 0 ? Phase.Investigated : Phase.Judged) with { CurrentHotspot = next });
    }

    // Candidates of one round do not know of each other.
    private static AttemptRecord? Repeated(CurrentHotspot hotspot)
    {
        var attempt = hotspot.Attempt!;
        var same = hotspot.Round.FirstOrDefault(other => other.Number < attempt.Number && other.Patch is { } patch
            && File.ReadAllBytes(patch).AsSpan().SequenceEqual(File.ReadAllBytes(attempt.Patch!)));
        return same is null ? null : attempt with { Outcome = Outcomes.Repeated, Reason = FormattableString.Invariant($"the same change as attempt {same.Number}") };
    }

    private static AttemptRecord Judge(HuntSession session, CurrentHotspot hotspot, AttemptRecord attempt)
    {
        var slot = session.CandidateSlot;
        BuildStep.Forget(session, slot);
        slot.Checkout(session.Hunt.HeadCommit, session.Tools.Cancellation);
        if (slot.Apply(attempt.Patch!, session.Tools.Cancellation) is { } misfit)
        {
            return attempt with { Outcome = Outcomes.DoesNotApply, Reason = misfit };
        }

        session.Say("Running the gate.");
        if (ProjectCommands.FirstFailure(session, slot, session.Place.Config.Gate, ChildKind.Gate) is { } failedGate)
        {
            return attempt with { Outcome = Outcomes.GateFailed, Reason = Text.Failure(failedGate) };
        }

        // The gate may edit the tree: what it leaves is what is measured and committed, and the rules hold for that.
        var change = slot.ChangeFrom(session.Hunt.HeadCommit, session.Sources.Rules, session.Tools.Cancellation);
        return (change.Refusal ?? PatchScreen.ObjectionAfterGate(session, attempt.Number, change.Tree!)) is { } refusal
            ? attempt with { Outcome = refusal.Code, Reason = $"After the gate: {refusal.Reason}" }
            : JudgeProgram(session, hotspot, attempt with { Tree = change.Tree });
    }

    private static AttemptRecord JudgeProgram(HuntSession session, CurrentHotspot hotspot, AttemptRecord attempt)
    {
        session.Say("Building the candidate.");
        session.CandidateSlot.Checkout(attempt.Tree!, session.Tools.Cancellation);
        var (build, failedBuild) = BuildStep.Build(session, session.CandidateSlot, attempt.Tree!);
        if (build is null)
        {
            return attempt with { Outcome = Outcomes.BuildFailed, Reason = failedBuild is null ? "the build succeeded but made no program" : Text.Failure(failedBuild) };
        }

        if (build.BinaryHash == session.Hunt.Builds[session.BaselineSlot.Name].BinaryHash)
        {
            return attempt with { Outcome = Outcomes.NoEffect, Reason = "the program is the same as before, byte for byte" };
        }

        session.Save(session.State.WithHunt(hunt => hunt with { Builds = hunt.Builds.SetItem(session.CandidateSlot.Name, build) }));
        var measured = ChangeMeasurement.Judge(session, attempt);
        return Outcomes.AreCommitted.Contains(measured.Outcome)
            ? measured with { SelfPctAfter = RoundRecordings.CandidateShare(session, hotspot) }
            : measured;
    }
}
