using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Tests.Profiling.Lines;

/// <summary>What is kept on disk, and what is not there.</summary>
public sealed class SourceIndexTests
{
    [Test]
    public void What_was_read_is_kept_and_read_again()
    {
        using var program = RecordedProgram.BuildCpp();
        var folder = program.File("lines");
        var first = Frames(program.Path, folder);
        var kept = Directory.GetFiles(folder).Single();
        var written = File.GetLastWriteTimeUtc(kept);

        var second = Frames(program.Path, folder);

        Assert.That(first, Has.Some.Contains("std::sort").Or.Some.Contains("std::vector"));
        Assert.That(second, Is.EqualTo(first));
        Assert.That(File.GetLastWriteTimeUtc(kept), Is.EqualTo(written), "nothing new was read");
    }

    [TestCase(0)]
    [TestCase(5)]
    [TestCase(30)]
    [TestCase(-200)]
    [TestCase(-1)]
    public void A_damaged_cache_is_made_again(int at)
    {
        using var program = RecordedProgram.BuildCpp();
        var folder = program.File("lines");
        var first = Frames(program.Path, folder);
        var kept = Directory.GetFiles(folder).Single();
        var sound = File.ReadAllBytes(kept);
        var damaged = (byte[])sound.Clone();
        damaged[at < 0 ? damaged.Length + at : at] ^= 0x10;
        File.WriteAllBytes(kept, damaged);

        var second = Frames(program.Path, folder);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(File.ReadAllBytes(kept), Is.EqualTo(sound));
    }

    [Test]
    public void A_binary_of_another_build_tells_nothing()
    {
        using var program = RecordedProgram.BuildCpp();
        using var index = SourceIndex.Open(program.Path, "0123456789abcdef0123456789abcdef01234567");

        Assert.That((index.HasDebugInfo, index.FramesAt(0x1200).Length), Is.EqualTo((false, 0)));
    }

    [Test]
    public void What_is_no_binary_tells_nothing()
    {
        using var index = SourceIndex.Open("/etc/passwd", buildId: null, cacheFolder: "/no/such/folder");

        Assert.That(index.FramesAt(1), Is.Empty);
    }

    [Test]
    public void A_cache_that_cannot_be_written_does_no_harm()
    {
        using var program = RecordedProgram.BuildCpp();

        Assert.That(Frames(program.Path, "/proc/no/such"), Is.Not.Empty);
    }

    private static List<string> Frames(string path, string folder)
    {
        using var elf = ElfFile.TryOpen(path)!;
        var text = elf.Section(".text")!;
        using var index = SourceIndex.Open(path, buildId: null, folder);
        var frames = new List<string>();
        for (var address = text.Address; address < text.Address + text.Size; address += 7)
        {
            frames.AddRange(index.FramesAt(address).Select(frame => frame.ToString()));
        }

        return frames;
    }
}
