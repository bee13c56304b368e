using System.IO.Compression;
using System.Text;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Exports;
using PerfHunt.Tests.Profiling.CallGraphs;
using ProtoBuf;

namespace PerfHunt.Tests.Profiling.Exports;

public sealed class ProfileExportTests
{
    private static readonly Profile Profile = new("x.data", "cpu-clock", 3, 0, 100, [], null)
    {
        Stacks = CallGraphTests.Graph(("main a b", 60), ("main c", 30), ("main", 10)),
        HasCallChains = true,
    };

    private static readonly Profile Lined = Profile with
    {
        ThreadStacks =
        [
            new(new ThreadShare(7, 7, "a b", 2, 70), StacksOf("main", (3, 60), (4, 10))),
            new(new ThreadShare(7, 8, "", 1, 30), StacksOf("other", (9, 30))),
        ],
    };

    [Test]
    public void Folded_stacks_have_one_line_each() =>
        Assert.That(Text(ExportFormat.Folded), Is.EqualTo("main 1\nmain;a;b 1\nmain;c 1\n"));

    [Test]
    public void Speedscope_weights_are_nanoseconds_and_samples_name_frames()
    {
        var json = JObject.Parse(Text(ExportFormat.Speedscope));
        var profile = json["profiles"]![0]!;
        var names = json["shared"]!["frames"]!.Select(frame => (string?)frame["name"]).ToList();
        var stacks = profile["samples"]!.Select(sample => string.Join(' ', sample.Select(frame => names[(int)frame])));

        Assert.That((string?)json["$schema"], Does.Contain("speedscope"));
        Assert.That(profile["weights"]!.Select(weight => (int)weight), Is.EquivalentTo(new[] { 60, 30, 10 }));
        Assert.That(stacks, Is.EquivalentTo(new[] { "main a b", "main c", "main" }));
        Assert.That(((string?)profile["unit"], (int)profile["endValue"]!), Is.EqualTo(("nanoseconds", 100)));
    }

    [Test]
    public void Pprof_is_read_by_another_implementation_of_protocol_buffers()
    {
        using var unpacked = new GZipStream(new MemoryStream(Bytes(ExportFormat.Pprof, Lined)), CompressionMode.Decompress);
        var message = Serializer.Deserialize<PprofMessage>(unpacked);
        string Text(long number) => message.Strings[(int)number];
        PprofMessage.Function FunctionOf(PprofMessage.Location location) => message.Functions.Single(function => function.Id == location.Lines.Single().FunctionId);
        (string, long, string) Place(ulong id) => message.Locations.Single(location => location.Id == id) is var location
            ? (Text(FunctionOf(location).Name), location.Lines[0].Number, Text(FunctionOf(location).FileName)) : default;

        Assert.That(message.SampleTypes.Select(type => (Text(type.Type), Text(type.Unit))), Is.EqualTo(new[] { ("samples", "count"), ("cpu-clock", "nanoseconds") }));
        Assert.That(message.Samples.Select(sample => (Place(sample.LocationIds.Single()), sample.Values[1])), Is.EquivalentTo(new[] { (("main", 3L, "/src/main.c"), 60L), (("main", 4L, "/src/main.c"), 10L), (("other", 9L, "/src/other.c"), 30L) }));
        Assert.That(message.Samples.Select(sample => string.Join(' ', sample.Labels.Select(label => $"{Text(label.Key)}={(label.Text > 0 ? Text(label.Text) : label.Number)}"))).Distinct(), Is.EqualTo(new[] { "thread=a b (7) pid=7 tid=7", "thread=(8) pid=7 tid=8" }));
        Assert.That(message.Functions.Select(function => function.StartLine), Is.EqualTo(new[] { 2, 2 }));
        Assert.That(message.Mappings.Select(mapping => (Text(mapping.FileName), mapping.HasLines)), Is.EqualTo(new[] { ("m", true) }));
    }

    [Test]
    public void Firefox_tables_refer_to_each_other_within_their_lengths()
    {
        var thread = JObject.Parse(Text(ExportFormat.Firefox))["threads"]![0]!;
        var names = thread["stringArray"]!.Select(text => (string?)text).ToList();
        var leaf = (int)thread["samples"]!["stack"]![0]!;
        var function = (int)thread["frameTable"]!["func"]![(int)thread["stackTable"]!["frame"]![leaf]!]!;

        Assert.That(thread["stackTable"]!["prefix"]!.Select(prefix => (int?)prefix), Is.All.Null.Or.LessThan((int)thread["stackTable"]!["length"]!));
        Assert.That(names[(int)thread["funcTable"]!["name"]![function]!], Is.EqualTo("main"));
        Assert.That(thread["samples"]!["weight"]!.Sum(weight => (double)weight), Is.EqualTo(100 / 1e6).Within(1e-12));
    }

    // The viewer would show a function once for each of its lines.
    [Test]
    public void Speedscope_has_all_threads_and_each_and_functions_at_the_line_of_their_declaration()
    {
        var json = JObject.Parse(Text(ExportFormat.Speedscope, Lined));

        Assert.That(json["profiles"]!.Select(one => ((string)one["name"]!, (int)one["endValue"]!)), Is.EqualTo(new[] { ("all threads, cpu-clock", 100), ("a b (7)", 70), ("(8)", 30) }));
        Assert.That(json["shared"]!["frames"]!.Select(frame => ((string)frame["name"]!, (string)frame["file"]!, (int)frame["line"]!)), Is.EquivalentTo(new[] { ("main", "/src/main.c", 2), ("other", "/src/other.c", 2) }));
    }

    [Test]
    public void Firefox_has_a_track_for_each_thread_and_the_line_of_each_frame()
    {
        var threads = JObject.Parse(Text(ExportFormat.Firefox, Lined))["threads"]!;
        var functions = threads[0]!["funcTable"]!;

        Assert.That(threads.Select(thread => ((string)thread["name"]!, (string)thread["pid"]!, (int)thread["tid"]!, (bool)thread["isMainThread"]!)), Is.EqualTo(new[] { ("a b (7)", "7", 7, true), ("(8)", "7", 8, false) }));
        Assert.That(threads[0]!["frameTable"]!["line"]!.Select(line => (int)line), Is.EqualTo(new[] { 3, 4 }));
        Assert.That(threads[0]!["frameTable"]!["func"]!.Select(function => (int)function), Is.EqualTo(new[] { 0, 0 }));
        Assert.That(((string)threads[0]!["stringArray"]![(int)functions["fileName"]![0]!]!, (int)functions["lineNumber"]![0]!), Is.EqualTo(("/src/main.c", 2)));
    }

    [Test]
    public void A_profile_without_stacks_says_which_reader_has_them() =>
        Assert.That(() => ProfileExport.Write(Profile with { Stacks = null }, ExportFormat.Folded, new MemoryStream()), Throws.TypeOf<HuntException>().With.Message.Contains("own reader"));

    private static CallGraph StacksOf(string function, params (int Line, ulong Period)[] samples)
    {
        var tree = new CallTree();
        foreach (var (number, sample) in samples.Index())
        {
            tree.AddSample(tree.Child(0, number), sample.Period);
        }

        return new CallGraph(tree, [.. samples.Select(sample => new StackFrame(function, "m") { File = $"/src/{function}.c", Line = sample.Line, DeclarationLine = 2 })]);
    }

    private static string Text(ExportFormat format, Profile? profile = null) => Encoding.UTF8.GetString(Bytes(format, profile));

    private static byte[] Bytes(ExportFormat format, Profile? profile = null)
    {
        using var target = new MemoryStream();
        ProfileExport.Write(profile ?? Profile, format, target);
        return target.ToArray();
    }
}
