using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Build.Tasks;

/// <summary>Tells where the hunt stands, from its state alone: no lock, no other program, also while it runs.</summary>
[TaskName("Status")]
[TaskDescription("Tells where the hunt stands, what it did and what comes next")]
public sealed class StatusTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var place = HuntOpening.Find(context.Options);
        var report = new StateStore(place.StateFile).Load() is { Hunt: not null } state
            ? new HuntReport(place.Repository, place.Config.Branch, state)
            : null;
        var holder = LockHolder.Find(place.LockFile);
        Console.Out.Write(report is null ? StatusText.NoHunt(place.Repository) : StatusText.Plain(report, holder));
        context.Output.Json(() => StatusDocument.Of(report, holder));
    }
}
