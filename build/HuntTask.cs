using Cake.Frosting;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build;

/// <summary>
/// Base of our tasks: a failure keeps its exit code, nothing begins after an interruption, and a target that was asked for but
/// has nothing to do is simply done (where Cake would call its own guard an error).
/// </summary>
public abstract class HuntTask : FrostingTask<HuntContext>
{
    private bool _isDue = true;

    /// <inheritdoc/>
    public sealed override bool ShouldRun(HuntContext context) => context.ExitCodes.Keep(() =>
    {
        // Cake asks in a dry run too; the guards look into the hunt, which takes its lock.
        if (context.Options.DryRun)
        {
            return true;
        }

        _isDue = IsDue(context);
        return _isDue || context.AskedFor.Contains(Targets.NameOf(GetType()));
    });

    /// <inheritdoc/>
    public sealed override void Run(HuntContext context) => context.ExitCodes.Keep(() =>
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (_isDue)
        {
            Execute(context);
        }

        return true;
    });

    /// <summary>Tells whether the task has to run now: the guard of its transition. By default: always.</summary>
    /// <param name="context">What the tasks share.</param>
    protected virtual bool IsDue(HuntContext context) => true;

    /// <summary>Does the task's work.</summary>
    /// <param name="context">What the tasks share.</param>
    protected abstract void Execute(HuntContext context);
}
