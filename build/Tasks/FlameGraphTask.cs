using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Profiling.FlameGraphs;

namespace PerfHunt.Build.Tasks;

/// <summary>Draws recordings as a flame graph.</summary>
[TaskName("FlameGraph")]
[TaskDescription("Draws the last profile round, or --recording=FILE, as a flame graph: one HTML page that needs nothing else")]
public sealed class FlameGraphTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var profile = RecordingArguments.Profile(context.Options, context.Cancellation);
        MadeFile.Write(context, "Flame graph", "flame-graph.html", FlameGraph.Html(profile), profile);
    }
}
