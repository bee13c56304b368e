using Cake.Core;
using Cake.Core.Diagnostics;
using PerfHunt.Build.Hosting;
using PerfHunt.Build.Tasks;

namespace PerfHunt.Build.Hunting;

/// <summary>Lets Cake's engine run the chain of steps once more, from inside the task that loops.</summary>
public sealed class HuntChain(ICakeEngine engine, ICakeLog log, ICakeReportPrinter reports)
{
    /// <summary>Runs whatever is due, up to and with <see cref="CommitOrRevertTask"/>.</summary>
    /// <param name="context">The context of the tasks.</param>
    public void RunOnce(HuntContext context)
    {
        var target = Targets.NameOf(typeof(CommitOrRevertTask));

        // Cake takes it for an error when the guard of a target that was asked for says no; ours is then simply done.
        context.AskedFor.Add(target);
        engine.RunTargetAsync(
            context, new DefaultExecutionStrategy(log, reports), new ExecutionSettings().SetTarget(target)).GetAwaiter().GetResult();
    }
}
