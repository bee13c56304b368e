using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Tests.Profiling.Dwarf;

public sealed class DebugBinaryTests
{
    private const string Outer = "a::outer()";

    [Test]
    public void An_inlined_function_stands_inside_of_the_one_that_has_the_code([Values(4, 5)] int version, [Values(0x1040u, 0x104fu)] uint address) => Assert.That(
        Frames(version, address),
        Is.EqualTo(new[] { new SourceFrame("inner", "/src/a.c", 5, true), new SourceFrame(Outer, "/src/a.c", 7, false) }));

    [Test]
    public void A_function_in_two_pieces_is_found_in_both([Values(4, 5)] int version) =>
        Assert.That(Frames(version, 0x1065).Select(frame => (frame.Function, frame.Line)), Is.EqualTo(new[] { ("inner", 6), (Outer, 7) }));

    [Test]
    public void Between_the_pieces_there_is_only_the_outer_one([Values(4, 5)] int version, [Values(0x1000u, 0x103fu, 0x1050u, 0x105fu, 0x10ffu)] uint address) =>
        Assert.That(Frames(version, address).Select(frame => frame.Function), Is.EqualTo(new[] { Outer }));

    [Test]
    public void Code_that_the_linker_dropped_is_nowhere([Values(4, 5)] int version, [Values(0u, 0x100u, 0xfffu, 0x1100u, 0x1fffu)] uint address) =>
        Assert.That(Frames(version, address), Is.Empty);

    private static SourceFrame[] Frames(int version, ulong address)
    {
        using var index = SourceIndex.Open(ElfFile.TryRead(new ByteFile("made", DebugBinary.Build(version))), cacheFolder: null);
        Assert.That(index.Warnings, Is.Empty);
        return [.. index.FramesAt(address)];
    }
}
