using Newtonsoft.Json;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>The file format of the speedscope viewer, a "sampled" profile with one sample for each different stack. Source: speedscope's file-format-spec.ts.</summary>
internal static class SpeedscopeFile
{
    private const string Schema = "https://www.speedscope.app/file-format-schema.json";

    public static void Write(Profile profile, CallGraph stacks, Stream target)
    {
        using var text = new StreamWriter(target, leaveOpen: true);
        using var json = new JsonTextWriter(text);
        var frames = new FrameNumbers(stacks);
        new JsonSerializer().Serialize(json, new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["exporter"] = "PerfHunt",
            ["name"] = profile.Source,
            ["activeProfileIndex"] = 0,
            ["shared"] = new { frames = frames.Frames.Select(frame => new { name = frame.Symbol, file = frame.Module }) },
            ["profiles"] = new[] { Sampled(profile, stacks, frames) },
        });
    }

    private static object Sampled(Profile profile, CallGraph stacks, FrameNumbers frames)
    {
        var leaves = Enumerable.Range(1, stacks.NodeCount - 1).Where(node => stacks.SelfSamples(node) > 0).ToList();
        return new
        {
            type = "sampled",
            name = profile.Event,
            unit = EventUnit.IsTime(profile.Event) ? "nanoseconds" : "none",
            startValue = 0,
            endValue = profile.TotalPeriod,
            samples = leaves.Select(leaf => Path(stacks, leaf).Select(frames.Of)),
            weights = leaves.Select(stacks.SelfPeriod),
        };
    }

    private static List<int> Path(CallGraph stacks, int leaf)
    {
        var path = new List<int>();
        for (var node = leaf; node > 0; node = stacks.Caller(node))
        {
            path.Add(node);
        }

        path.Reverse();
        return path;
    }
}
