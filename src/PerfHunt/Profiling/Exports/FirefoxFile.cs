using Newtonsoft.Json;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>
/// The processed format of the Firefox Profiler, one thread with one sample for each different stack. Source: firefox-devtools/profiler,
/// src/types/profile.js and docs-developer/processed-profile-format.md, version 48.
/// </summary>
internal static class FirefoxFile
{
    private const int FormatVersion = 48;
    private const int GeckoVersion = 27;

    public static void Write(Profile profile, CallGraph stacks, Stream target)
    {
        using var text = new StreamWriter(target, leaveOpen: true);
        using var json = new JsonTextWriter(text);
        new JsonSerializer { NullValueHandling = NullValueHandling.Include }.Serialize(json, new
        {
            meta = Meta(profile),
            libs = Array.Empty<object>(),
            pages = Array.Empty<object>(),
            profilerOverhead = Array.Empty<object>(),
            counters = Array.Empty<object>(),
            threads = new[] { Thread(profile, stacks) },
        });
    }

    private static object Meta(Profile profile) => new
    {
        interval = 1,
        startTime = 0,
        processType = 0,
        product = profile.MainModule is null ? "PerfHunt" : Path.GetFileName(profile.MainModule),
        stackwalk = profile.HasCallChains ? 1 : 0,
        debug = false,
        version = GeckoVersion,
        preprocessedProfileVersion = FormatVersion,
        symbolicated = true,
        importedFrom = "PerfHunt",
        categories = new[] { new { name = "Other", color = "grey", subcategories = new[] { "Other" } } },
        markerSchema = Array.Empty<object>(),
        sampleUnits = new { time = "ms", eventDelay = "ms", threadCPUDelta = "ns" },
    };

    private static object Thread(Profile profile, CallGraph stacks)
    {
        var strings = new StringNumbers();
        var frames = new FrameNumbers(stacks);
        var count = frames.Frames.Count;
        var names = frames.Frames.Select(frame => strings.Of(frame.Symbol)).ToList();
        var resources = frames.Frames.Select(frame => frame.Module).Distinct().ToList();
        return new
        {
            processType = "default",
            processStartupTime = 0,
            processShutdownTime = (int?)null,
            registerTime = 0,
            unregisterTime = (int?)null,
            pausedRanges = Array.Empty<object>(),
            name = profile.Event,
            isMainThread = true,
            pid = "0",
            tid = 0,
            samples = Samples(stacks, profile),
            markers = new { data = Array.Empty<int>(), name = Array.Empty<int>(), startTime = Array.Empty<int>(), endTime = Array.Empty<int>(), phase = Array.Empty<int>(), category = Array.Empty<int>(), length = 0 },
            stackTable = StackTable(stacks, frames),
            frameTable = FrameTable(count),
            funcTable = new
            {
                name = names,
                isJS = Of(count, false),
                relevantForJS = Of(count, false),
                resource = frames.Frames.Select(frame => resources.IndexOf(frame.Module)),
                fileName = Of<int?>(count, null),
                lineNumber = Of<int?>(count, null),
                columnNumber = Of<int?>(count, null),
                length = count,
            },
            resourceTable = new { lib = Of<int?>(resources.Count, null), name = resources.Select(strings.Of).ToList(), host = Of<int?>(resources.Count, null), type = Of(resources.Count, 1), length = resources.Count },
            nativeSymbols = new { libIndex = Array.Empty<int>(), address = Array.Empty<int>(), name = Array.Empty<int>(), functionSize = Array.Empty<int>(), length = 0 },
            stringArray = strings.All,
        };
    }

    // Samples lie one behind the other, each as long as its period.
    private static object Samples(CallGraph stacks, Profile profile)
    {
        var leaves = Enumerable.Range(1, stacks.NodeCount - 1).Where(node => stacks.SelfSamples(node) > 0).ToList();
        var unit = EventUnit.IsTime(profile.Event) ? 1e6 : 1;
        var times = new List<double>();
        var time = 0.0;
        foreach (var leaf in leaves)
        {
            times.Add(time);
            time += stacks.SelfPeriod(leaf) / unit;
        }

        return new
        {
            stack = leaves.Select(leaf => leaf - 1),
            time = times,
            weight = leaves.Select(leaf => EventUnit.IsTime(profile.Event) ? stacks.SelfPeriod(leaf) / unit : stacks.SelfSamples(leaf)),
            weightType = EventUnit.IsTime(profile.Event) ? "tracing-ms" : "samples",
            length = leaves.Count,
        };
    }

    // The same tree as ours, less the root.
    private static object StackTable(CallGraph stacks, FrameNumbers frames)
    {
        var nodes = Enumerable.Range(1, stacks.NodeCount - 1).ToList();
        return new
        {
            frame = nodes.Select(frames.Of),
            prefix = nodes.Select(node => stacks.Caller(node) > 0 ? stacks.Caller(node) - 1 : (int?)null),
            category = Of(nodes.Count, 0),
            subcategory = Of(nodes.Count, 0),
            length = nodes.Count,
        };
    }

    private static object FrameTable(int count) => new
    {
        address = Of(count, -1),
        inlineDepth = Of(count, 0),
        category = Of(count, 0),
        subcategory = Of(count, 0),
        func = Enumerable.Range(0, count),
        nativeSymbol = Of<int?>(count, null),
        innerWindowID = Of<int?>(count, null),
        implementation = Of<int?>(count, null),
        line = Of<int?>(count, null),
        column = Of<int?>(count, null),
        length = count,
    };

    private static IEnumerable<T> Of<T>(int count, T value) => Enumerable.Repeat(value, count);
}
