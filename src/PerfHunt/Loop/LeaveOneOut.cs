using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Reporting;
using PerfHunt.SourceControl;
using PerfHunt.State;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Loop;

/// <summary>
/// Measures what each commit contributes to the final tree, by leaving it out: a gain may vanish because a later change made the same
/// work disappear. Such a commit is taken back by a commit of its own, which the gate has passed.
/// </summary>
public static class LeaveOneOut
{
    /// <summary>True when the share of some commit was not measured yet.</summary>
    public static bool IsDue(HuntSession session) => Waiting(session).Count > 0;

    /// <summary>Measures one commit after the other, the newest first; each is on disk before the next begins.</summary>
    public static void Run(HuntSession session)
    {
        foreach (var (attempt, parent) in Waiting(session))
        {
            session.Say($"Leaving out {Text.Short(attempt.Commit!)}: {attempt.Title}.");
            BuildStep.EnsureBuilt(session, session.BaselineSlot);
            var (found, tree) = Measure(session, attempt, parent);
            session.Say($"{Text.Sentence(found.Reason)}.");
            if (tree is not null && IsGone(session, attempt, found.Share!))
            {
                Drop(session, found, tree);
            }
            else
            {
                session.Save(session.State.WithHunt(hunt => hunt with { LeftOut = hunt.LeftOut.Add(found) }));
            }
        }
    }

    // Gone is a gain when a relevant one is excluded. What was committed for the sake of cleaner code had none to lose.
    private static bool IsGone(HuntSession session, AttemptRecord attempt, MeasuredChange share) =>
        share.Verdict == "regressed"
        || (attempt.Outcome != Outcomes.Marginal && share.LowPct > -session.Place.Config.Thresholds.ImprovedPercent);

    private static List<(AttemptRecord Attempt, string Parent)> Waiting(HuntSession session)
    {
        var done = session.Hunt.LeftOut.Select(one => one.Commit).ToHashSet(StringComparer.Ordinal);
        var commits = session.State.Investigated.SelectMany(entry => entry.Attempts).Where(attempt => attempt.Commit is not null).ToList();
        var parents = commits.Select(attempt => attempt.Commit!).Prepend(session.Hunt.StartCommit);
        return [.. commits.Zip(parents).Reverse().Where(pair => !done.Contains(pair.First.Commit!))];
    }

    private static (LeftOutChange Found, string? Tree) Measure(HuntSession session, AttemptRecord attempt, string parent)
    {
        var found = new LeftOutChange { Commit = attempt.Commit!, Title = attempt.Title };
        var (tree, obstacle) = TreeWithout(session, attempt.Commit!, parent);
        if (tree is null)
        {
            return (found with { Reason = $"its share cannot be told: {obstacle}" }, null);
        }

        var (build, failure) = BuildStep.BuildInto(session, session.CandidateSlot, tree);
        if (build is null)
        {
            return (found with { Reason = $"its share cannot be told: without it the program does not build ({(failure is null ? "no program was made" : Text.Failure(failure))})" }, null);
        }

        var (verdict, finding, _) = ChangeMeasurement.Measure(
            session,
            new MeasuredSide(session.Candidate, tree, IsTree: true),
            new MeasuredSide(session.Baseline, session.Hunt.HeadCommit),
            $"without {attempt.Commit}");
        if (verdict is null or { Refusal: not null })
        {
            return (found with { Reason = $"its share cannot be told: {finding?.Reason ?? verdict!.Reason}" }, null);
        }

        var share = MeasuredFigures.Of(verdict);
        return (found with { Share = share, Reason = $"it contributes {Figures.Change(share)}" }, tree);
    }

    /// <summary>The final tree without one commit, in the candidate slot and through the gate.</summary>
    private static (string? Tree, string? Obstacle) TreeWithout(HuntSession session, string commit, string parent)
    {
        var slot = session.CandidateSlot;
        var patch = Path.Combine(session.Place.Workspace.Layout.Scratch, $"without-{commit}.patch");
        session.Sources.Repository.WritePatch(commit, parent, patch, session.Tools.Cancellation);
        BuildStep.Forget(session, slot);
        slot.Checkout(session.Hunt.HeadCommit, session.Tools.Cancellation);
        var misfit = slot.Apply(patch, session.Tools.Cancellation);
        File.Delete(patch);
        if (misfit is not null)
        {
            return (null, "later commits build on it, so that it cannot be left out alone");
        }

        if (ProjectCommands.FirstFailure(session, slot, session.Place.Config.Gate, ChildKind.Gate) is { } failed)
        {
            return (null, $"without it the gate fails ({Text.Failure(failed)})");
        }

        var snapshot = slot.SnapshotTree(session.Tools.Cancellation);
        return snapshot.Tree is null ? (null, snapshot.Objection!.Reason) : (snapshot.Tree, null);
    }

    // The measured tree, in which the commit is left out, becomes the end of the hunt; the slots swap their roles as after any commit.
    private static void Drop(HuntSession session, LeftOutChange found, string tree)
    {
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Revert \"{UntrustedText.Line(found.Title)}\"\n\nThis takes back {found.Commit}: its gain has vanished.\nThe final tree {found.Reason.Replace("it contributes", "changes by", StringComparison.Ordinal)} with it.\n");
        var date = session.Tools.Clock.GetUtcNow();
        var commit = session.Sources.Branch.Commit(
            new HuntCommit(tree, session.Hunt.HeadCommit, message, date, session.User.Identity), session.Tools.Cancellation);
        var move = session.Sources.Branch.Move(session.Hunt.BranchCommit, commit, session.Tools.Cancellation);
        if (!move.IsThere)
        {
            throw new HuntException(ExitCode.Precondition, move.Message.TrimEnd('.'), "Then start the hunt again: it goes on here.");
        }

        session.Stores.History.Append([new HistoryName(tree, commit)]);
        session.Say($"Its gain has vanished: taken back by {Text.Short(commit)}.");
        session.Save(session.State.WithHunt(hunt => Commits.Advance(hunt, commit, tree) with
        {
            LeftOut = hunt.LeftOut.Add(found with { DroppedBy = commit, Reason = $"{found.Reason}; its gain has vanished, and it was taken back" }),
        }));
    }
}
