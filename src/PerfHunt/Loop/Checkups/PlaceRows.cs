using System.Globalization;
using PerfHunt.Files;
using PerfHunt.Loop.Preflight;
using PerfHunt.State;

namespace PerfHunt.Loop.Checkups;

/// <summary>Repository, disk and investigator.</summary>
internal static class PlaceRows
{
    /// <summary>The subject of the row on the user's work tree, which stops a hunt and not a checkup.</summary>
    public const string WorkTree = "work tree";

    /// <summary>The subject of the row on who makes the change.</summary>
    public const string Investigator = "investigator";

    /// <summary>The rows.</summary>
    public static IEnumerable<CheckupRow> Of(HuntSession session, HuntPlace hunt) =>
    [
        .. Tree(session, hunt),
        .. Rows("disk", PreflightChecks.Disk(session), string.Create(
            CultureInfo.InvariantCulture, $"{FreeSpace.Bytes(session.Place.Workspace.Root) / (double)(1 << 30):0.0} GiB free at {session.Place.Workspace.Root}")),
        .. Rows(Investigator, PreflightChecks.Investigator(session), session.Place.Config.Investigator.Kind),
    ];

    // A commit must be there to be built; all else about the tree only keeps a hunt from beginning.
    private static IEnumerable<CheckupRow> Tree(HuntSession session, HuntPlace hunt)
    {
        if (session.User.Head is null)
        {
            return [new("repository", CheckupState.Fault, "it has no commit", "Commit the sources.")];
        }

        var hasBegun = new StateStore(hunt.StateFile).Load()?.Hunt is not null;
        var faults = hasBegun ? [] : hunt.Inspect(session.Tools.Processes, session.Tools.Cancellation).Findings.Where(finding => finding.Blocks);
        return Rows(WorkTree, faults.Select(finding => new Finding(finding.What, finding.Remedy)), hasBegun ? "a hunt is under way; it has checkouts of its own" : $"clean, at {Text.Short(session.User.Head)}");
    }

    private static IEnumerable<CheckupRow> Rows(string subject, IEnumerable<Finding> findings, string otherwise) =>
        findings.Select(finding => new CheckupRow(subject, CheckupState.Fault, finding.Problem, finding.Remedy)).DefaultIfEmpty(CheckupRow.Good(subject, otherwise));
}
