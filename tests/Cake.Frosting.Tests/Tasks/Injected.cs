using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting.Tests.Fakes;

namespace Cake.Frosting.Tests.Tasks;

[TaskName("Injected")]
public sealed class InjectedTask(ICakeEngine engine, ICakeLog log, IConsole console, Recorder recorder) : FrostingTask
{
    public override void Run(ICakeContext context)
    {
        log.Information("log says {0}", 1);
        console.WriteLine("console says 2");
        recorder.Add(engine.Tasks.Any(task => task.Name == "Injected") ? "knows the engine" : "does not");
    }
}

[TaskName("Asks for another")]
public sealed class AsksForAnotherTask(ICakeEngine engine, IExecutionStrategy strategy, Recorder recorder) : AsyncFrostingTask
{
    public override async Task RunAsync(ICakeContext context)
    {
        for (var turn = 1; turn <= 2; turn++)
        {
            var report = await engine.RunTargetAsync(context, strategy, new ExecutionSettings().SetTarget("Second"));
            recorder.Add($"{report.Count()} tasks in turn {turn}");
        }
    }
}

[TaskName("Asks for a failure")]
public sealed class AsksForFailureTask(ICakeEngine engine, IExecutionStrategy strategy) : AsyncFrostingTask
{
    public override Task RunAsync(ICakeContext context) =>
        engine.RunTargetAsync(context, strategy, new ExecutionSettings().SetTarget("Fails with 5"));
}

[TaskName("Reads arguments")]
public sealed class ReadsArgumentsTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context)
    {
        foreach (var (name, values) in context.Arguments.GetArguments())
        {
            context.Recorder.Add($"{name}={string.Join('|', values.Select(value => value ?? "null"))}");
        }
    }
}

[TaskName("Tells where")]
public sealed class TellsWhereTask : FrostingTask<TestContextOfTasks>
{
    public override void Run(TestContextOfTasks context) => context.Recorder.Add(context.Environment.WorkingDirectory.FullPath);
}
