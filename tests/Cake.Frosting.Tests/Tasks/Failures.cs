using Cake.Core;
using Cake.Frosting.Tests.Fakes;

namespace Cake.Frosting.Tests.Tasks;

[TaskName("Fails with 5")]
public sealed class FailsWithCodeTask : FrostingTask
{
    public override void Run(ICakeContext context) => throw new CakeException(5, "five is the code");
}

[TaskName("Fails")]
public sealed class FailsTask : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("no code");
}

[TaskName("After failure")]
[IsDependentOn(typeof(FailsTask))]
public sealed class AfterFailureTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => context.Recorder.Add("After failure");
}

[TaskName("Fails but goes on")]
[ContinueOnError]
public sealed class FailsButGoesOnTask : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("passing");
}

[TaskName("After passing failure")]
[IsDependentOn(typeof(FailsButGoesOnTask))]
public sealed class AfterPassingFailureTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => context.Recorder.Add("went on");
}

[TaskName("Handles")]
public sealed class HandlesTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => throw new InvalidOperationException("to handle");

    public override void OnError(Exception exception, TestContextOfTasks context) => context.Recorder.Add($"handled: {exception.Message}");

    public override void Finally(TestContextOfTasks context) => context.Recorder.Add("finally");
}

[TaskName("Fails guardedly")]
public sealed class FailsGuardedlyTask : FrostingTask<TestContextOfTasks>
{
    public override bool ShouldRun(TestContextOfTasks context) => throw new CakeException(3, "cannot tell");
}

[TaskName("Skipped")]
public sealed class SkippedTask : FrostingTask<TestContextOfTasks>
{
    public override bool ShouldRun(TestContextOfTasks context) => false;

    public override void Run(TestContextOfTasks context) => context.Recorder.Add("Skipped");
}

[TaskName("After skipped")]
[IsDependentOn(typeof(SkippedTask))]
public sealed class AfterSkippedTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => context.Recorder.Add("After skipped");
}
