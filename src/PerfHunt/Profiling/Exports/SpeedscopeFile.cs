using System.Collections.Immutable;
using Newtonsoft.Json;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>
/// The file format of the speedscope viewer: "sampled" profiles with one sample for each different stack, one of all threads and one of each.
/// The viewer tells frames apart by their line, so that is the one at which a function is declared. Source: speedscope's file-format-spec.ts.
/// </summary>
internal static class SpeedscopeFile
{
    private const string Schema = "https://www.speedscope.app/file-format-schema.json";

    public static void Write(Profile profile, ImmutableArray<ThreadStacks> threads, Stream target)
    {
        using var text = new StreamWriter(target, leaveOpen: true);
        using var json = new JsonTextWriter(text);
        var frames = new Numbering<StackFrame>();
        List<object> profiles = [.. threads.Select(thread => Sampled(profile, ThreadTitle.Of(thread.Thread, profile), thread.Stacks, frames))];
        if (threads.Length > 1)
        {
            profiles.Insert(0, Sampled(profile, $"all threads, {profile.Event}", CallGraph.Merge(threads.Select(thread => thread.Stacks)), frames));
        }

        new JsonSerializer { NullValueHandling = NullValueHandling.Ignore }.Serialize(json, new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["exporter"] = "PerfHunt",
            ["name"] = profile.Source,
            ["activeProfileIndex"] = 0,
            ["shared"] = new { frames = frames.All.Select(frame => new { name = frame.Symbol, file = frame.File ?? frame.Module, line = frame.DeclarationLine > 0 ? frame.DeclarationLine : (int?)null }) },
            ["profiles"] = profiles,
        });
    }

    private static object Sampled(Profile profile, string name, CallGraph stacks, Numbering<StackFrame> frames)
    {
        var leaves = Enumerable.Range(1, stacks.NodeCount - 1).Where(node => stacks.SelfSamples(node) > 0).ToList();
        return new
        {
            type = "sampled",
            name,
            unit = EventUnit.IsTime(profile.Event) ? "nanoseconds" : "none",
            startValue = 0,
            endValue = stacks.TotalPeriod,
            samples = leaves.Select(leaf => stacks.Stack(leaf).Select(frame => frames.Of(frame.Function)).ToList()).ToList(),
            weights = leaves.Select(stacks.SelfPeriod),
        };
    }
}
