using PerfHunt.SourceControl;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PerfHunt.Errors;
using PerfHunt.Reporting;
using PerfHunt.State;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Loop;

/// <summary>Commits what was measured.</summary>
public static class Commits
{
    /// <summary>Commits the measured tree of an attempt on the hunt's branch.</summary>
    /// <returns>The commit; the same one when it is repeated.</returns>
    /// <exception cref="HuntException">Somebody else moved the branch; nothing was overwritten.</exception>
    public static string Add(HuntSession session, CurrentHotspot hotspot, AttemptRecord attempt)
    {
        var message = Message(hotspot, attempt);
        var date = DateTimeOffset.Parse(attempt.JudgedAt, CultureInfo.InvariantCulture);
        var branch = session.Sources.Branch;
        var commit = branch.Commit(
            new HuntCommit(attempt.Tree!, session.Hunt.HeadCommit, message, date, session.User.Identity), session.Tools.Cancellation);
        var move = branch.Move(session.Hunt.BranchCommit, commit, session.Tools.Cancellation);
        if (!move.IsThere)
        {
            throw new HuntException(ExitCode.Precondition, move.Message.TrimEnd('.'), "Then start the hunt again: it goes on here.");
        }

        session.Stores.History.Append([new HistoryName(attempt.Tree!, commit)]);
        TicketLog.Note(session, $"Committed: {commit}");
        return commit;
    }

    /// <summary>The hunt's record after an attempt was committed.</summary>
    public static HuntRecord Advance(HuntRecord hunt, AttemptRecord committed) =>
        Advance(hunt, committed.Commit!, committed.Tree!) with { CommittedChanges = hunt.CommittedChanges.Add(committed.Name) };

    /// <summary>The hunt's record after a commit: the candidate has become the baseline, the slots have swapped their roles.</summary>
    public static HuntRecord Advance(HuntRecord hunt, string commit, string tree)
    {
        var slot = hunt.BaselineSlot == "a" ? "b" : "a";
        return hunt with
        {
            HeadCommit = commit,
            BranchCommit = commit,
            BaselineSlot = slot,
            Builds = Builds(hunt, slot, commit, tree),
        };
    }

    // What lies in the slot is the baseline from now on, if it still is what was measured; else it is built again.
    private static ImmutableSortedDictionary<string, BuildRecord> Builds(HuntRecord hunt, string slot, string commit, string tree) =>
        hunt.Builds.TryGetValue(slot, out var build) && build.Commit == tree
            ? hunt.Builds.SetItem(slot, build with { Commit = commit })
            : hunt.Builds.Remove(slot);

    private static string Message(CurrentHotspot hotspot, AttemptRecord attempt)
    {
        var change = attempt.Change!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"perf: {attempt.Title} ({hotspot.TicketId})\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Hotspot: {UntrustedText.Line(hotspot.Function)}, {hotspot.MaxSelfPct:0.00} % self");
        text.Append(attempt.SelfPctAfter is { } after ? string.Create(CultureInfo.InvariantCulture, $", {after:0.00} % after.\n") : ".\n");
        text.Append(CultureInfo.InvariantCulture, $"Suite: {Figures.Change(change.EffectPct)} time, 95 % interval {Figures.Change(change.LowPct)} to {Figures.Change(change.HighPct)}, {change.Rounds} rounds.\n");
        return text.ToString();
    }
}
