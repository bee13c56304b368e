using PerfHunt.Errors;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>Measures the final tree against the one that the hunt started from, all commits together.</summary>
public static class ClosingStep
{
    /// <summary>Measures when something was committed, and ends the hunt.</summary>
    public static void Run(HuntSession session)
    {
        if (session.State.Phase == Phase.Finished)
        {
            return;
        }

        var closing = session.Hunt.HeadCommit == session.Hunt.StartCommit ? null : Measure(session);
        session.Save(session.State.In(Phase.Finished).WithHunt(hunt => hunt with { Closing = closing }));
    }

    private static MeasuredChange? Measure(HuntSession session)
    {
        session.Say("Measuring the final tree against the first.");
        var slot = session.CandidateSlot;
        BuildStep.Forget(session, slot);
        slot.Checkout(session.Hunt.StartCommit, session.Tools.Cancellation);
        var (build, failure) = BuildStep.Build(session, slot, session.Hunt.StartCommit);
        if (build is null)
        {
            throw BuildStep.NotBuilt(session, failure, "The start commit built before; see what changed on this machine, then start the hunt again: it goes on here.");
        }

        session.Save(session.State.WithHunt(hunt => hunt with { Builds = hunt.Builds.SetItem(slot.Name, build) }));

        // The slots have swapped sides here: the candidate slot holds the start, the baseline slot the end.
        var (verdict, finding) = ChangeMeasurement.Measure(session, session.Candidate, session.Baseline, "closing");
        if (verdict is not null)
        {
            return verdict.Refusal is null ? ChangeMeasurement.Record(verdict) : null;
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
