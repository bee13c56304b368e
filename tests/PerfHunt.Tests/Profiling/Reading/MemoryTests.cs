using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;
using PerfHunt.Tests.Profiling.PerfData;

namespace PerfHunt.Tests.Profiling.Reading;

/// <summary>What a reading allocates is counted to the byte on its own thread, so that no other test and no load matters.</summary>
public sealed class MemoryTests
{
    // More than a buffer of the reader, which is shorter for a short file.
    private const int ShorterSamples = 24_000, LongerSamples = 4 * ShorterSamples;

    // The bound of a program without debug information.
    private const long BoundBytes = 64 << 20;

    // A stack of a frame more, a table that doubles: nothing that is kept for each sample, of which the least is four bytes.
    private const long SlackBytes = 64 << 10;

    [TestCase(false, false, false)]
    [TestCase(true, false, true)]
    [TestCase(true, true, false)]
    public void A_reading_allocates_no_more_for_four_times_the_samples(bool withChains, bool withStacks, bool withLines)
    {
        using var folder = new TemporaryFolder();
        var (shorter, longer) = (Write(folder, withChains, withStacks, ShorterSamples), Write(folder, withChains, withStacks, LongerSamples));
        Allocated(shorter, withLines);

        var (less, more) = (Allocated(shorter, withLines), Allocated(longer, withLines));

        Assert.That(more - less, Is.LessThan(SlackBytes), $"{less} bytes for {ShorterSamples} samples, {more} for {LongerSamples}");
        Assert.That(more, Is.LessThan(BoundBytes));
    }

    private static long Allocated(string file, bool withLines)
    {
        using var sources = new SourceIndexes(cacheFolder: null);
        var reader = new PerfDataReader { Lines = withLines ? sources : null };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(reader.Read(file).Value?.Samples, Is.Positive);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Write(TemporaryFolder folder, bool withChains, bool withStacks, int samples)
    {
        var builder = new RecordingBuilder(withChains, withStacks).Exec(7).Map(7, 0x1000, 0x1000, "/no/such/a");
        for (var number = 0; number < samples; number++)
        {
            var place = (ulong)number % 500;
            builder.Sample(7, 0x1000 + place, 5 + (ulong)number, callers: [0x1100 + place, 0x1200, 0x1300]);
        }

        var file = folder.File($"{samples}.data");
        File.WriteAllBytes(file, builder.Build());
        return file;
    }
}
