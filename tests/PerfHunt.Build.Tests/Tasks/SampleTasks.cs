using Cake.Frosting;
using PerfHunt.Errors;

namespace PerfHunt.Build.Tests.Tasks;

[TaskName("Idle")]
public sealed class IdleTask : HuntTask
{
    protected override bool IsDue(HuntContext context) => false;

    protected override void Execute(HuntContext context) => context.Output.Result("Idle ran");
}

[TaskName("After idle")]
[IsDependentOn(typeof(IdleTask))]
public sealed class AfterIdleTask : HuntTask
{
    protected override void Execute(HuntContext context) => context.Output.Result("After idle ran");
}

[TaskName("Cannot tell")]
public sealed class CannotTellTask : HuntTask
{
    protected override bool IsDue(HuntContext context) => throw new HuntException(ExitCode.Usage, "The state is damaged", "Mend it.");

    protected override void Execute(HuntContext context) => context.Output.Result("Cannot tell ran");
}

[TaskName("Not ready")]
public sealed class NotReadyTask : HuntTask
{
    protected override void Execute(HuntContext context) => throw new HuntException(ExitCode.Precondition, "The tree is dirty", "Commit first.");
}
