using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Commits the measured tree, or leaves everything as it was.</summary>
[TaskName("CommitOrRevert")]
[TaskDescription("Commits the measured tree, or leaves everything as it was")]
[IsDependentOn(typeof(VerifyTask))]
public sealed class CommitOrRevertTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => OutcomeStep.IsDue(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => OutcomeStep.Run(session);
}
