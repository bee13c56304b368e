using System.IO.Compression;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>The compressed protocol buffer of pprof. Source: google/pprof, proto/profile.proto.</summary>
internal static class PprofFile
{
    public static void Write(Profile profile, CallGraph stacks, Stream target)
    {
        var strings = new StringNumbers();
        var frames = new FrameNumbers(stacks);
        var modules = frames.Frames.Select(frame => frame.Module).Distinct().ToList();
        var message = new ProtobufWriter();
        message.Message(1, type => ValueType(type, strings, "samples", "count"));
        message.Message(1, type => ValueType(type, strings, profile.Event, EventUnit.IsTime(profile.Event) ? "nanoseconds" : "count"));
        for (var leaf = 1; leaf < stacks.NodeCount; leaf++)
        {
            if (stacks.SelfSamples(leaf) > 0)
            {
                Sample(message, stacks, frames, leaf);
            }
        }

        Mappings(message, modules, strings);
        for (var number = 0; number < frames.Frames.Count; number++)
        {
            Location(message, frames.Frames[number], (ulong)number + 1, (ulong)modules.IndexOf(frames.Frames[number].Module) + 1, strings);
        }

        foreach (var text in strings.All)
        {
            message.Text(6, text);
        }

        using var packed = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        packed.Write(message.ToArray());
    }

    private static void ValueType(ProtobufWriter type, StringNumbers strings, string name, string unit)
    {
        type.Number(1, strings.Of(name));
        type.Number(2, strings.Of(unit));
    }

    // Leaf first; the numbers of locations start at 1.
    private static void Sample(ProtobufWriter message, CallGraph stacks, FrameNumbers frames, int leaf)
    {
        var locations = new List<ulong>();
        for (var node = leaf; node > 0; node = stacks.Caller(node))
        {
            locations.Add((ulong)frames.Of(node) + 1);
        }

        message.Message(2, sample =>
        {
            sample.Numbers(1, locations);
            sample.Numbers(2, [(ulong)stacks.SelfSamples(leaf), stacks.SelfPeriod(leaf)]);
        });
    }

    private static void Mappings(ProtobufWriter message, List<string> modules, StringNumbers strings)
    {
        for (var number = 0; number < modules.Count; number++)
        {
            message.Message(3, mapping =>
            {
                mapping.Number(1, (ulong)number + 1);
                mapping.Number(5, strings.Of(modules[number]));
                mapping.Number(7, 1);
            });
        }
    }

    private static void Location(ProtobufWriter message, StackFrame frame, ulong number, ulong module, StringNumbers strings)
    {
        message.Message(4, location =>
        {
            location.Number(1, number);
            location.Number(2, module);
            location.Message(4, line => line.Number(1, number));
        });
        message.Message(5, function =>
        {
            function.Number(1, number);
            function.Number(2, strings.Of(frame.Symbol));
            function.Number(3, strings.Of(frame.Symbol));
            function.Number(4, strings.Of(frame.Module));
        });
    }
}
