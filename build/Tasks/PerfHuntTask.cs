using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>The loop: runs the chain up to CommitOrRevert again and again until the hunt is over, then measures the end against the start.</summary>
[TaskName("PerfHunt")]
[TaskDescription("Hunts hotspot after hotspot until the iterations are used up or nothing actionable is left")]
[IsDependentOn(typeof(CommitOrRevertTask))]
public sealed class PerfHuntTask(HuntChain chain) : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => true;

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session)
    {
        try
        {
            Hunt(context, session);
        }
        finally
        {
            // Also when something ends the hunt before its time: what it did so far is worth reading.
            HuntReports.Publish(context, session);
        }

        if (session.WaitsFor is { } message)
        {
            Console.Out.WriteLine($"\n{message}");
        }
    }

    private void Hunt(HuntContext context, HuntSession session)
    {
        while (!Ending.IsReached(session.State) && !session.TimeIsUp && session.WaitsFor is null && !Limits.AgentTimeIsUp(session))
        {
            chain.RunOnce(context);
        }

        if (Ending.IsReached(session.State))
        {
            session.Tools.Timeline.Enter("Closing");
            ClosingStep.Run(session);
        }

        if (Limits.AgentTimeIsUp(session))
        {
            session.Say("The investigator has worked as long as --max-agent-minutes allows; a larger number lets the hunt go on.");
        }
        else if (session.TimeIsUp && !Ending.IsReached(session.State))
        {
            session.Say("The time of --time-limit is used up; started again, the hunt goes on here.");
        }
    }
}
