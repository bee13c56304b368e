using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Makes sure that a hunt can run here; tells everything that is wrong at once.</summary>
[TaskName("Preflight")]
[TaskDescription("Checks tools, permissions, work tree, space and the project's own check")]
public sealed class PreflightTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool CanRepeat => true;

    /// <inheritdoc/>
    protected override bool IsReady(HuntSession session) => true;

    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => !session.PassedPreflight;

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => PreflightStep.Run(session);
}
