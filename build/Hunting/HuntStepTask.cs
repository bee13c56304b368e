using Newtonsoft.Json.Linq;
using PerfHunt.Build.Hosting;
using PerfHunt.Errors;
using PerfHunt.Loop;

namespace PerfHunt.Build.Hunting;

/// <summary>
/// Base of the tasks that are a step of the hunt: they work on the session, and their time goes to the timeline under their
/// name. The task that was asked for also says when nothing was left to do, and prints its result.
/// </summary>
public abstract class HuntStepTask : HuntTask
{
    private const string BetweenTasks = "Between tasks";

    /// <summary>True when the step may be done again whatever the phase is; false when it needs the step before it.</summary>
    protected virtual bool CanRepeat => false;

    /// <inheritdoc/>
    protected sealed override bool IsDue(HuntContext context) => context.IsAskedFor(this) || IsDue(context.Session);

    /// <inheritdoc/>
    protected sealed override void Execute(HuntContext context)
    {
        var session = context.Session;
        session.Tools.Timeline.Enter(Targets.NameOf(GetType()));
        var isReady = !context.Options.Exclusive || IsReady(session);
        if (isReady && (IsDue(session) || (context.Options.Exclusive && CanRepeat)))
        {
            Run(context, session);
        }
        else if (context.Options.Exclusive)
        {
            throw new HuntException(
                ExitCode.Precondition,
                $"{Targets.NameOf(GetType())} has nothing to work on: the hunt is in phase {session.State.Phase}",
                "Run the target without --exclusive; it then runs what comes before it.");
        }
        else if (!Remind(session))
        {
            session.Say($"Nothing is left to do up to {Targets.NameOf(GetType())}: the hunt is in phase {session.State.Phase}.");
        }

        session.Tools.Timeline.Enter(BetweenTasks);
        if (context.IsAskedFor(this))
        {
            context.Output.Json(() => Result(session));
        }
    }

    /// <summary>Tells whether what comes before the step was done; asked when it does not run first.</summary>
    protected virtual bool IsReady(HuntSession session) => session.State.Hunt is not null;

    /// <summary>Repeats what the task said when it was done, where somebody else is to go on; true when there was something to repeat.</summary>
    protected virtual bool Remind(HuntSession session) => false;

    /// <summary>The guard of the transition.</summary>
    protected abstract bool IsDue(HuntSession session);

    /// <summary>The transition.</summary>
    protected abstract void Run(HuntContext context, HuntSession session);

    /// <summary>What the task prints with <c>--format=json</c> when it was asked for.</summary>
    protected virtual JToken Result(HuntSession session) => HuntReports.Json(session);
}
