using Cake.Frosting;

namespace PerfHunt.Build.Tasks;

/// <summary>What runs when no target is named: says how to begin.</summary>
[TaskName("Default")]
[TaskDescription("Says how to begin")]
public sealed class DefaultTask : HuntTask
{
    private const string HowToBegin = """
        Hunt performance hotspots:  ./build.sh --target=PerfHunt --iterations=10
        Run every test:             ./build.sh --target=Test
        See the steps of the hunt:  ./build.sh --tree
        See every argument:         ./build.sh --target=Help
        """;

    /// <inheritdoc/>
    protected override void Execute(HuntContext context) => Console.Out.WriteLine(HowToBegin);
}
