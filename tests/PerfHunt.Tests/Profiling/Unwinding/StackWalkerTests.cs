using PerfHunt.Configuration;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Reading;
using PerfHunt.Profiling.Unwinding;
using PerfHunt.Tests.Profiling.PerfData;

namespace PerfHunt.Tests.Profiling.Unwinding;

public sealed class StackWalkerTests
{
    [Test]
    public void Code_without_rules_is_followed_by_its_frame_pointer()
    {
        var profile = new RecordingBuilder(withStacks: true).Exec(7).Map(7, 0x1000, 0x1000, "/no/such/a").Map(7, 0x3000, 0x1000, "/no/such/b")
            .Sample(7, 0x1800, 5, callers: [0x3100, 0x1900]).Read();

        var stacks = profile.Stacks!;
        var leaf = Enumerable.Range(1, stacks.NodeCount - 1).Single(node => stacks.SelfSamples(node) > 0);
        Assert.That(stacks.Stack(leaf).Select(frame => frame.Module), Is.EqualTo(new[] { "a", "b", "a" }));
        Assert.That(profile.HasCallChains, Is.True);
        Assert.That((profile.TruncatedStacks, profile.BrokenStacks), Is.EqualTo((0L, 0L)));
    }

    [TestCase("x86_64", 0L, 3)]
    [TestCase("aarch64", 1L, 1)]
    public void Stacks_of_another_kind_of_machine_are_counted_as_broken(string architecture, long broken, int depth)
    {
        var recording = new RecordingBuilder(withStacks: true).Exec(7).Map(7, 0x1000, 0x1000, "/no/such/a").Map(7, 0x3000, 0x1000, "/no/such/b")
            .Sample(7, 0x1800, 5, callers: [0x3100, 0x1900]).Build();

        var profile = new PerfDataReader().Read(new ByteFile("x", WithArchitecture(recording, architecture))).Value!;

        Assert.That((profile.Samples, profile.BrokenStacks, profile.Stacks!.NodeCount - 1), Is.EqualTo((1L, broken, depth)));
    }

    // A feature's bit stands in the header; behind the data come the places of features, then their content.
    private static byte[] WithArchitecture(byte[] recording, string architecture)
    {
        const int FeatureBitsAt = 72;
        const int ArchitectureBit = 6;
        byte[] content = [.. BitConverter.GetBytes(architecture.Length + 1), .. System.Text.Encoding.ASCII.GetBytes(architecture), 0];
        byte[] file = [.. recording, .. BitConverter.GetBytes((ulong)recording.Length + 16), .. BitConverter.GetBytes((ulong)content.Length), .. content];
        file[FeatureBitsAt] |= 1 << ArchitectureBit;
        return file;
    }

    // What linkers write for a stub of a library call: rsp + 8, and 8 more behind the push (System V ABI for AMD64).
    [TestCase(0x1000UL, 0x7fff0008UL)]
    [TestCase(0x100bUL, 0x7fff0010UL)]
    public void The_frame_of_a_library_stub_depends_on_where_in_it_the_program_is(ulong ip, ulong expected)
    {
        byte[] code = [0x77, 8, 0x80, 0, 0x3f, 0x1a, 0x3b, 0x2a, 0x33, 0x24, 0x22];
        var registers = new ulong?[UnwindRow.RegisterCount];
        registers[UnwindRow.StackPointer] = 0x7fff0000;
        registers[UnwindRow.ReturnAddress] = ip;

        Assert.That(FrameExpression.Evaluate(code, registers, default, first: null), Is.EqualTo(expected));
    }

    [Test]
    public void An_expression_that_needs_what_is_not_known_has_no_value()
    {
        Assert.That(FrameExpression.Evaluate([0x77, 8], new ulong?[UnwindRow.RegisterCount], default, first: null), Is.Null);
        Assert.That(FrameExpression.Evaluate([0x22], new ulong?[UnwindRow.RegisterCount], default, first: 1), Is.Null);
        Assert.That(FrameExpression.Evaluate([0xff], new ulong?[UnwindRow.RegisterCount], default, first: null), Is.Null);
    }

    [Test]
    [Category("Perf")]
    public void Nearly_all_stacks_of_a_program_without_frame_pointers_reach_their_root()
    {
        const double LeastPercent = 99;
        using var program = RecordedProgram.BuildRust("-C", "force-frame-pointers=no");
        var file = program.Record(new PerfConfig { Event = "cpu-clock", CallGraph = "dwarf", FrequencyHz = 1999 }, "1500");

        var profile = new PerfDataReader().Read(file).Value!;

        Assert.That(profile.Samples, Is.GreaterThan(20));
        Assert.That(100.0 * (profile.Samples - profile.TruncatedStacks - profile.BrokenStacks) / profile.Samples, Is.GreaterThanOrEqualTo(LeastPercent));
        Assert.That(Children(profile, "std::sys::backtrace::__rust_begin_short_backtrace"), Is.GreaterThan(90));
        Assert.That(profile.CallGraph!.Neighbours("threads::count")!.Callers.Select(caller => caller.Symbol), Has.Some.EqualTo("std::sys::backtrace::__rust_begin_short_backtrace"));
    }

    private static double Children(Profile profile, string symbol) => profile.Symbols.Where(share => share.Symbol == symbol).Sum(share => share.ChildrenPercent ?? 0);
}
