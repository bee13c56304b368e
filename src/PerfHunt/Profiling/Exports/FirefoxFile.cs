using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>
/// The processed format of the Firefox Profiler, each thread with one sample for each different stack. Source: firefox-devtools/profiler,
/// src/types/profile.js and docs-developer/processed-profile-format.md, version 48.
/// </summary>
internal static class FirefoxFile
{
    private const int FormatVersion = 48;
    private const int GeckoVersion = 27;

    public static void Write(Profile profile, ImmutableArray<ThreadStacks> threads, Stream target)
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
            threads = threads.Select(thread => Thread(profile, thread.Thread, thread.Stacks)),
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

    private static object Thread(Profile profile, ThreadShare thread, CallGraph stacks)
    {
        var (strings, frames, functions, resources) = (new Numbering<string>(), new Numbering<StackFrame>(), new Numbering<StackFrame>(), new Numbering<string>());
        var stackTable = StackTable(stacks, frames);
        var frameTable = FrameTable(frames.All, functions);
        var funcTable = FuncTable(functions.All, strings, resources);
        var count = resources.All.Count;
        return new
        {
            processType = "default",
            processStartupTime = 0,
            processShutdownTime = (int?)null,
            registerTime = 0,
            unregisterTime = (int?)null,
            pausedRanges = Array.Empty<object>(),
            name = ThreadTitle.Of(thread, profile),
            isMainThread = thread.Tid == thread.Pid,
            pid = thread.Pid.ToString(CultureInfo.InvariantCulture),
            tid = thread.Tid,
            samples = Samples(stacks, profile),
            markers = new { data = Array.Empty<int>(), name = Array.Empty<int>(), startTime = Array.Empty<int>(), endTime = Array.Empty<int>(), phase = Array.Empty<int>(), category = Array.Empty<int>(), length = 0 },
            stackTable,
            frameTable,
            funcTable,
            resourceTable = new { lib = Of<int?>(count, null), name = resources.All.Select(strings.Of).ToList(), host = Of<int?>(count, null), type = Of(count, 1), length = count },
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
    private static object StackTable(CallGraph stacks, Numbering<StackFrame> frames)
    {
        var nodes = Enumerable.Range(1, stacks.NodeCount - 1).ToList();
        return new
        {
            frame = nodes.Select(node => frames.Of(stacks.Frame(node))).ToList(),
            prefix = nodes.Select(node => stacks.Caller(node) > 0 ? stacks.Caller(node) - 1 : (int?)null),
            category = Of(nodes.Count, 0),
            subcategory = Of(nodes.Count, 0),
            length = nodes.Count,
        };
    }

    private static object FrameTable(IReadOnlyList<StackFrame> frames, Numbering<StackFrame> functions) => new
    {
        address = Of(frames.Count, -1),
        inlineDepth = Of(frames.Count, 0),
        category = Of(frames.Count, 0),
        subcategory = Of(frames.Count, 0),
        func = frames.Select(frame => functions.Of(frame.Function)).ToList(),
        nativeSymbol = Of<int?>(frames.Count, null),
        innerWindowID = Of<int?>(frames.Count, null),
        implementation = Of<int?>(frames.Count, null),
        line = frames.Select(frame => Known(frame.Line)),
        column = Of<int?>(frames.Count, null),
        length = frames.Count,
    };

    private static object FuncTable(IReadOnlyList<StackFrame> functions, Numbering<string> strings, Numbering<string> resources) => new
    {
        name = functions.Select(function => strings.Of(function.Symbol)).ToList(),
        isJS = Of(functions.Count, false),
        relevantForJS = Of(functions.Count, false),
        resource = functions.Select(function => resources.Of(function.Module)).ToList(),
        fileName = functions.Select(function => function.File is { } file ? strings.Of(file) : (int?)null).ToList(),
        lineNumber = functions.Select(function => Known(function.DeclarationLine)),
        columnNumber = Of<int?>(functions.Count, null),
        length = functions.Count,
    };

    private static int? Known(int line) => line > 0 ? line : null;

    private static IEnumerable<T> Of<T>(int count, T value) => Enumerable.Repeat(value, count);
}
