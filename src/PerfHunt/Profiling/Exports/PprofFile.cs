using System.Collections.Immutable;
using System.IO.Compression;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>The compressed protocol buffer of pprof; threads are labels. Source: google/pprof, proto/profile.proto.</summary>
internal sealed class PprofFile
{
    private readonly ProtobufWriter _message = new();
    private readonly Numbering<string> _strings = new();
    private readonly Numbering<StackFrame> _locations = new();
    private readonly Numbering<StackFrame> _functions = new();
    private readonly Numbering<string> _modules = new();

    // The first text must be the empty one.
    private PprofFile() => _strings.Of("");

    public static void Write(Profile profile, ImmutableArray<ThreadStacks> threads, Stream target)
    {
        var file = new PprofFile();
        file.ValueType("samples", "count");
        file.ValueType(profile.Event, EventUnit.IsTime(profile.Event) ? "nanoseconds" : "count");
        foreach (var (thread, stacks) in threads)
        {
            var title = ThreadTitle.Of(thread, profile);
            foreach (var leaf in Enumerable.Range(1, stacks.NodeCount - 1).Where(node => stacks.SelfSamples(node) > 0))
            {
                file.Sample(thread, title, stacks, leaf);
            }
        }

        file.Tables();
        using var packed = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        packed.Write(file._message.ToArray());
    }

    private void ValueType(string name, string unit) => _message.Message(1, type =>
    {
        type.Number(1, Text(name));
        type.Number(2, Text(unit));
    });

    // Leaf first; the numbers of locations start at 1.
    private void Sample(ThreadShare thread, string title, CallGraph stacks, int leaf) => _message.Message(2, sample =>
    {
        sample.Numbers(1, stacks.Stack(leaf).Reverse().Select(frame => Id(_locations.Of(frame))));
        sample.Numbers(2, [(ulong)stacks.SelfSamples(leaf), stacks.SelfPeriod(leaf)]);
        sample.Message(3, label =>
        {
            label.Number(1, Text("thread"));
            label.Number(2, Text(title));
        });
        Label(sample, "pid", thread.Pid);
        Label(sample, "tid", thread.Tid);
    });

    private void Label(ProtobufWriter sample, string key, int number) => sample.Message(3, label =>
    {
        label.Number(1, Text(key));
        label.Number(3, (ulong)(uint)number);
    });

    private void Tables()
    {
        foreach (var frame in _locations.All)
        {
            Location(frame);
        }

        foreach (var frame in _functions.All)
        {
            Function(frame);
        }

        var lined = _locations.All.Where(frame => frame.Line > 0).Select(frame => frame.Module).ToHashSet();
        foreach (var module in _modules.All)
        {
            Mapping(module, lined.Contains(module));
        }

        foreach (var text in _strings.All)
        {
            _message.Text(6, text);
        }
    }

    private void Location(StackFrame frame) => _message.Message(4, location =>
    {
        location.Number(1, Id(_locations.Of(frame)));
        location.Number(2, Id(_modules.Of(frame.Module)));
        location.Message(4, line =>
        {
            line.Number(1, Id(_functions.Of(frame.Function)));
            line.Number(2, (ulong)frame.Line);
        });
    });

    private void Function(StackFrame frame) => _message.Message(5, function =>
    {
        function.Number(1, Id(_functions.Of(frame)));
        function.Number(2, Text(frame.Symbol));
        function.Number(3, Text(frame.Symbol));
        function.Number(4, Text(frame.File ?? frame.Module));
        function.Number(5, (ulong)frame.DeclarationLine);
    });

    // What it has, it need not be searched for: functions, files, lines.
    private void Mapping(string module, bool hasLines) => _message.Message(3, mapping =>
    {
        mapping.Number(1, Id(_modules.Of(module)));
        mapping.Number(5, Text(module));
        mapping.Number(7, 1);
        mapping.Number(8, hasLines ? 1UL : 0);
        mapping.Number(9, hasLines ? 1UL : 0);
    });

    private ulong Text(string text) => (ulong)_strings.Of(text);

    private static ulong Id(int number) => (ulong)number + 1;
}
