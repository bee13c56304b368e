using Cake.Frosting;

namespace PerfHunt.Build.Tasks;

/// <summary>Lists targets and arguments.</summary>
[TaskName("Help")]
[TaskDescription("Lists the targets and our own arguments")]
public sealed class HelpTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context) =>
        Console.Out.WriteLine(HelpText.TargetList() + HelpText.Arguments() + "\nCake's own switches: --help");
}
