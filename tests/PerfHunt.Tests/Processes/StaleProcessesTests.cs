using PerfHunt.Processes;

namespace PerfHunt.Tests.Processes;

public sealed class StaleProcessesTests : ProcessFixture
{
    [Test]
    public async Task What_an_earlier_hunt_left_in_this_workspace_is_ended_and_nothing_else()
    {
        var workspace = $"/nowhere/{Guid.NewGuid():N}";
        var ours = Task.Run(() => new ProcessRunner(TimeProvider.System) { Workspace = workspace }.Run(Shell("sleep 60 & wait")));
        var others = Task.Run(() => new ProcessRunner(TimeProvider.System) { Workspace = workspace + "x" }.Run(Command.Of("sleep", "1.5")));

        var ended = 0;
        while (ended == 0)
        {
            await Task.Delay(50);
            ended = StaleProcesses.EndAll(workspace);
        }

        Assert.That((await ours).Signal, Is.EqualTo(15));
        Assert.That((await others).Succeeded);
    }

    [Test]
    public void Where_nothing_was_left_nothing_is_ended() => Assert.That(StaleProcesses.EndAll($"/nowhere/{Guid.NewGuid():N}"), Is.Zero);
}
