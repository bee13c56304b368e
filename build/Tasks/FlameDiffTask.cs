using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Profiling.FlameGraphs;

namespace PerfHunt.Build.Tasks;

/// <summary>Draws what changed between two recordings.</summary>
[TaskName("FlameDiff")]
[TaskDescription("Draws the start of the hunt against now, or --before=FILE against --after=FILE: what vanished, what appeared")]
public sealed class FlameDiffTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var (before, after, about) = RecordingArguments.Pair(context.Options, context.Cancellation);
        Console.Out.WriteLine($"Compared: {about}.");
        MadeFile.Write(context, "Difference", "flame-diff.html", FlameGraph.DifferenceHtml(before, after), before, after);
    }
}
