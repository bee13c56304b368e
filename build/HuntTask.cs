using Cake.Frosting;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build;

/// <summary>Base of our tasks: a failure keeps its exit code, and nothing begins after an interruption.</summary>
public abstract class HuntTask : FrostingTask<HuntContext>
{
    /// <inheritdoc/>
    public sealed override bool ShouldRun(HuntContext context) => ExitCodes.Keep(context.Interruption, () => IsDue(context));

    /// <inheritdoc/>
    public sealed override void Run(HuntContext context) => ExitCodes.Keep(context.Interruption, () =>
    {
        context.Cancellation.ThrowIfCancellationRequested();
        Execute(context);
        return true;
    });

    /// <summary>Tells whether the task has to run now: the guard of its transition. By default: always.</summary>
    /// <param name="context">What the tasks share.</param>
    protected virtual bool IsDue(HuntContext context) => true;

    /// <summary>Does the task's work.</summary>
    /// <param name="context">What the tasks share.</param>
    protected abstract void Execute(HuntContext context);
}
