using Cake.Frosting.Tests.Fakes;

namespace Cake.Frosting.Tests.Tasks;

[TaskName("First")]
[TaskDescription("Comes first")]
public sealed class FirstTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => context.Recorder.Add("First");
}

[TaskName("Second")]
[IsDependentOn(typeof(FirstTask))]
public sealed class SecondTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => context.Recorder.Add("Second");
}

[TaskName("Third")]
[IsDependentOn(typeof(SecondTask))]
[IsDependentOn(typeof(FirstTask))]
public sealed class ThirdTask : AsyncFrostingTask<TestContextOfTasks>
{
    public override async Task RunAsync(TestContextOfTasks context)
    {
        await Task.Yield();
        context.Recorder.Add("Third");
    }
}

[TaskName("Before third")]
[IsDependeeOf(typeof(ThirdTask))]
public sealed class BeforeThirdTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => context.Recorder.Add("Before third");
}

/// <summary>Has no name of its own.</summary>
public sealed class Default : FrostingTask
{
    public override void Run(Core.ICakeContext context) => ((TestContextOfTasks)context).Recorder.Add("Default");
}
