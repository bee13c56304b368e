using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Builds the baseline in its slot, with optimisation and symbols.</summary>
[TaskName("BuildReleaseLocal")]
[TaskDescription("Builds the baseline in its slot, with optimisation and symbols")]
[IsDependentOn(typeof(PreflightTask))]
public sealed class BuildReleaseLocalTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool CanRepeat => true;

    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => BuildStep.IsDue(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => BuildStep.Run(session);
}
