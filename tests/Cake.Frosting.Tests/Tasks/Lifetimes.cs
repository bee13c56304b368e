using Cake.Core;
using Cake.Frosting.Tests.Fakes;

namespace Cake.Frosting.Tests.Tasks;

public sealed class RecordingLifetime : FrostingLifetime<TestContextOfTasks>
{
    public override void Setup(TestContextOfTasks context, ISetupContext info) => context.Recorder.Add($"setup for {info.TargetTask.Name}");

    public override void Teardown(TestContextOfTasks context, ITeardownContext info) =>
        context.Recorder.Add(info.Successful ? "teardown" : $"teardown after {info.ThrownException.GetType().Name}");
}

public sealed class RecordingTaskLifetime : FrostingTaskLifetime<TestContextOfTasks>
{
    public override void Setup(TestContextOfTasks context, ITaskSetupContext info) => context.Recorder.Add($"[{info.Task.Name}");

    public override void Teardown(TestContextOfTasks context, ITaskTeardownContext info) => context.Recorder.Add($"{info.Task.Name}]");
}

public sealed class RecordingSetup : FrostingSetup<TestContextOfTasks>
{
    public override void Setup(TestContextOfTasks context, ISetupContext info) => context.Recorder.Add("setup");
}

public sealed class RecordingTeardown : FrostingTeardown<TestContextOfTasks>
{
    public override void Teardown(TestContextOfTasks context, ITeardownContext info) => context.Recorder.Add("teardown");
}

public sealed class RecordingTaskSetup : FrostingTaskSetup<TestContextOfTasks>
{
    public override void Setup(TestContextOfTasks context, ITaskSetupContext info) => context.Recorder.Add("task setup");
}

public sealed class RecordingTaskTeardown : FrostingTaskTeardown<TestContextOfTasks>
{
    public override void Teardown(TestContextOfTasks context, ITaskTeardownContext info) => context.Recorder.Add("task teardown");
}
