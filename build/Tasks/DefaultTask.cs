using Cake.Frosting;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tasks;

/// <summary>What runs when no target is named: says how to begin.</summary>
[TaskName("Default")]
[TaskDescription("Says how to begin")]
public sealed class DefaultTask : HuntTask
{
    private static string HowToBegin => $"""
        Hunt performance hotspots:  {OwnRepository.Call} --target=PerfHunt --iterations=10
        Begin in your repository:   {OwnRepository.Call} --target=Init, then --target=Doctor, each with --repository=DIR
        See the steps of the hunt:  {OwnRepository.Call} --tree
        See every argument:         {OwnRepository.Call} --target=Help
        """;

    /// <inheritdoc/>
    protected override void Execute(HuntContext context) => Console.Out.WriteLine(HowToBegin);
}
