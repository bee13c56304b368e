using Cake.Core;

namespace Cake.Frosting.Tests.Fakes;

/// <summary>The context of the tasks in these tests.</summary>
public sealed class TestContextOfTasks(ICakeContext context, Recorder recorder) : FrostingContext(context)
{
    public Recorder Recorder { get; } = recorder;
}
