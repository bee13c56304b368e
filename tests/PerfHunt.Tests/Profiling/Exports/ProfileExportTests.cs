using System.IO.Compression;
using System.Text;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Exports;
using PerfHunt.Tests.Profiling.CallGraphs;

namespace PerfHunt.Tests.Profiling.Exports;

public sealed class ProfileExportTests
{
    private static readonly Profile Profile = new("x.data", "cpu-clock", 3, 0, 100, [], null)
    {
        Stacks = CallGraphTests.Graph(("main a b", 60), ("main c", 30), ("main", 10)),
        HasCallChains = true,
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
    public void Pprof_is_a_compressed_protocol_buffer_that_holds_the_names()
    {
        using var unpacked = new GZipStream(new MemoryStream(Bytes(ExportFormat.Pprof)), CompressionMode.Decompress);
        using var content = new MemoryStream();
        unpacked.CopyTo(content);
        var text = Encoding.Latin1.GetString(content.ToArray());

        // Field 1, length 4: type 1, unit 2.
        Assert.That(content.ToArray()[..6], Is.EqualTo(new byte[] { 0x0a, 4, 0x08, 1, 0x10, 2 }));
        Assert.That(text, Does.Contain("samples").And.Contain("cpu-clock").And.Contain("nanoseconds").And.Contain("main"));
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

    [Test]
    public void A_profile_without_stacks_says_which_reader_has_them() =>
        Assert.That(() => ProfileExport.Write(Profile with { Stacks = null }, ExportFormat.Folded, new MemoryStream()), Throws.TypeOf<HuntException>().With.Message.Contains("own reader"));

    private static string Text(ExportFormat format) => Encoding.UTF8.GetString(Bytes(format));

    private static byte[] Bytes(ExportFormat format)
    {
        using var target = new MemoryStream();
        ProfileExport.Write(Profile, format, target);
        return target.ToArray();
    }
}
