using PerfHunt.Errors;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>
/// Measures the final tree against the one that the hunt started from, all commits together; where asked for, what each commit
/// contributes comes first, so that the end is measured on what is left.
/// </summary>
public static class ClosingStep
{
    private const string Label = "closing";

    /// <summary>True when the hunt is not finished, or the shares of its commits are asked for and were not measured.</summary>
    public static bool IsDue(HuntSession session) =>
        session.State.Phase != Phase.Finished || (session.Options.LeaveOneOut && LeaveOneOut.IsDue(session));

    /// <summary>Measures when something was committed, and ends the hunt.</summary>
    public static void Run(HuntSession session)
    {
        if (!IsDue(session))
        {
            return;
        }

        if (session.Options.LeaveOneOut)
        {
            LeaveOneOut.Run(session);
        }

        var closing = session.Hunt.HeadCommit == session.Hunt.StartCommit ? null : Measure(session);
        session.Save(session.State.In(Phase.Finished).WithHunt(hunt => hunt with { Closing = closing }));
    }

    private static MeasuredChange? Measure(HuntSession session)
    {
        session.Say("Measuring the final tree against the first.");
        BuildStep.EnsureBuilt(session, session.BaselineSlot);
        if (BuildStep.BuildInto(session, session.CandidateSlot, session.Hunt.StartCommit) is var (build, failure) && build is null)
        {
            throw BuildStep.NotBuilt(session, failure, "The start commit built before; see what changed on this machine, then start the hunt again: it goes on here.");
        }

        // The slots have swapped sides here: the candidate slot holds the start, the baseline slot the end.
        var (first, final) = (new MeasuredSide(session.Candidate, session.Hunt.StartCommit), new MeasuredSide(session.Baseline, session.Hunt.HeadCommit));
        var (verdict, finding, runs) = ChangeMeasurement.Measure(session, first, final, Label);
        if (verdict is not null)
        {
            return verdict.Refusal is not null ? null : MeasuredFigures.Of(verdict, Verification.Measuring.ResourceChange.Of(runs)) with
            {
                Size = SoloSize.Measure(session, verdict, first, final, Label),
            };
        }

        if (finding!.Kind == BehaviourKind.Changed)
        {
            throw new HuntException(
                ExitCode.Tampering,
                $"The final tree behaves otherwise than the first on workload {finding.Workload}: {finding.Reason}",
                $"Look at the commits of the branch {session.Place.Config.Branch} one by one.");
        }

        session.Say($"The closing measurement has no result: workload {finding.Workload} does not behave the same each time.");
        return null;
    }
}
