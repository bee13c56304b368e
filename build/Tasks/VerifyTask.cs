using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Runs gate and build on the change, compares its output and measures it.</summary>
[TaskName("Verify")]
[TaskDescription("Runs gate and build on the change, compares its output and measures it")]
[IsDependentOn(typeof(InvestigateTask))]
public sealed class VerifyTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => VerificationStep.IsDue(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => VerificationStep.Run(session);
}
