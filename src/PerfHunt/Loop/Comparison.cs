using PerfHunt.Errors;
using PerfHunt.Loop.Preflight;
using PerfHunt.Reporting;
using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// Judges a revision by another one as a hunt judges a change: the same slots, suite, calibration and rule. No hunt begins, and none
/// is touched: the comparison has a workspace and a state of its own, which are of no use to anybody afterwards.
/// </summary>
public static class Comparison
{
    private const string Label = "compare";

    /// <summary>Where a comparison takes place that belongs to the place of a hunt.</summary>
    public static HuntPlace PlaceFor(HuntPlace hunt) => SideHunt.PlaceIn(hunt, hunt.Workspace.Comparison);

    /// <summary>Compares.</summary>
    /// <param name="session">A session at <see cref="PlaceFor"/>.</param>
    /// <param name="baseRevision">What is compared with, as the user names it.</param>
    /// <param name="withRevision">What is judged.</param>
    /// <exception cref="HuntException">There is no such revision, it does not build, or nothing can be measured.</exception>
    public static ComparisonReport Run(HuntSession session, string baseRevision, string withRevision)
    {
        Directory.CreateDirectory(session.Place.Workspace.Root);
        Require(PreflightChecks.OfComparison(session));
        var (before, now) = (Resolve(session, baseRevision), Resolve(session, withRevision));
        session.Save(SideHunt.Begin(session, before));
        session.Sources.Repository.Fetch(now, session.Tools.Cancellation);
        session.Say($"Comparing {Text.Short(now)} ({withRevision}) with {Text.Short(before)} ({baseRevision}).");
        var judged = IsSameTree(session, before, now) ? Same("the two revisions have the same files") : Judge(session, now);
        return new ComparisonReport(session.Place.Repository, new(baseRevision, before), new(withRevision, now), judged.Outcome, judged.Reason, judged.Change);
    }

    private static Judgement Judge(HuntSession session, string now)
    {
        BuildStep.EnsureBuilt(session, session.BaselineSlot);
        SuiteStep.Run(session);
        CalibrationStep.Run(session);
        session.Say($"Building {Text.Short(now)}.");
        var (build, failure) = BuildStep.BuildInto(session, session.CandidateSlot, now);
        if (build is null)
        {
            throw BuildStep.NotBuilt(session, failure, $"Make the project build at {Text.Short(now)}, or correct build.commands in the configuration.");
        }

        if (build.BinaryHash == session.Hunt.Builds[session.BaselineSlot.Name].BinaryHash)
        {
            return Same("the two programs are the same, byte for byte");
        }

        var (baseline, candidate) = (new MeasuredSide(session.Baseline, session.Hunt.HeadCommit), new MeasuredSide(session.Candidate, now));
        var judged = ChangeMeasurement.Judge(session, baseline, candidate, Label);
        return judged is not { Change: { } change, Verdict: { } verdict } ? judged : judged with
        {
            Change = change with { Size = SoloSize.Measure(session, verdict, baseline, candidate, Label) },
        };
    }

    private static Judgement Same(string reason) => new(Outcomes.NoEffect, reason);

    private static string Resolve(HuntSession session, string revision) =>
        RevisionLookup.Commit(session.Place.Git(session.Tools.Processes), session.User, revision, session.Tools.Cancellation);

    private static bool IsSameTree(HuntSession session, string before, string now)
    {
        var repository = session.Sources.Repository;
        return repository.TreeOf(before, session.Tools.Cancellation) == repository.TreeOf(now, session.Tools.Cancellation);
    }

    private static void Require(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new HuntException(ExitCode.Precondition, $"Nothing can be compared:{string.Concat(findings.Select(finding => $"\n  - {finding}"))}\n", "Mend this, then start again.");
        }
    }
}
