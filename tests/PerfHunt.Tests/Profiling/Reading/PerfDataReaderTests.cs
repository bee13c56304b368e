using PerfHunt.Profiling;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Reading;
using PerfHunt.Tests.Profiling.PerfData;

namespace PerfHunt.Tests.Profiling.Reading;

public sealed class PerfDataReaderTests
{
    [Test]
    public void Periods_are_summed_and_every_sample_is_somewhere()
    {
        var profile = new RecordingBuilder().Exec(7).Map(7, 0x1000, 0x1000, "/no/such/a").Map(7, 0x2000, 0x1000, "/no/such/b")
            .Sample(7, 0x1800, 5, 10).Sample(7, 0x2800, 6, 30).Sample(7, 0x9000, 7, 60).Read();

        Assert.That((profile.Samples, profile.TotalPeriod, profile.UnknownSamples), Is.EqualTo((3L, 100UL, 3L)));
        Assert.That(profile.Symbols.Select(share => (share.Module, share.SelfPercent)), Is.EqualTo(new[] { ("[unknown]", 60.0), ("b", 30.0), ("a", 10.0) }));
        Assert.That(profile.MainModule, Is.EqualTo("/no/such/a"));
        Assert.That(profile.Warnings, Has.Some.Contains("/no/such/a: is gone"));
    }

    [Test]
    public void An_exec_forgets_what_was_mapped_before()
    {
        var profile = new RecordingBuilder().Map(7, 0x1000, 0x1000, "/no/such/old", time: 1).Exec(7, time: 5)
            .Sample(7, 0x1800, 3).Sample(7, 0x1800, 9).Read();

        Assert.That(profile.Symbols.Select(share => share.Module), Is.EquivalentTo(new[] { "old", "[unknown]" }));
    }

    [Test]
    public void A_forked_child_has_its_parents_mappings_of_that_time()
    {
        var profile = new RecordingBuilder().Exec(7).Map(7, 0x1000, 0x1000, "/no/such/before").Fork(8, 7, 5).Map(7, 0x3000, 0x1000, "/no/such/after", time: 6)
            .Map(8, 0x5000, 0x1000, "/no/such/child", time: 7)
            .Sample(8, 0x1800, 9).Sample(8, 0x5800, 9).Read();

        Assert.That(profile.Symbols.Select(share => share.Module), Is.EquivalentTo(new[] { "before", "child" }));
    }

    [Test]
    public void Of_overlapping_mappings_the_newest_at_the_time_counts_whatever_the_order_of_the_file()
    {
        var profile = new RecordingBuilder().Sample(7, 0x1800, 9).Sample(7, 0x1800, 4).Sample(7, 0x2800, 9).Exec(7)
            .Map(7, 0x1000, 0x1000, "/no/such/new", time: 6).Map(7, 0x1000, 0x2000, "/no/such/old", time: 3).Read();

        Assert.That(profile.Symbols.Select(share => (share.Module, share.SelfSamples)), Is.EqualTo(new[] { ("old", 2L), ("new", 1L) }));
    }

    [Test]
    public void The_kernel_is_one_symbol()
    {
        var profile = new RecordingBuilder(withChains: true).Exec(7).Sample(7, 0xffffffff81000000, 5, mode: 1, callers: [0xffffffff81000100, unchecked((ulong)-512), 0x1234]).Read();

        Assert.That(profile.Symbols.Select(share => (share.Symbol, share.SelfSamples, share.ChildrenPercent)), Is.EqualTo(new[] { (SymbolShare.KernelSymbol, 1L, 100.0), (SymbolShare.UnknownSymbol, 0L, 100.0) }));
    }

    [Test]
    public void Of_several_events_the_one_with_most_samples_is_read()
    {
        var profile = new RecordingBuilder().Exec(7).Sample(7, 1, 5, id: 1).Sample(7, 1, 5, id: 2).Sample(7, 1, 5, id: 2).Sample(7, 1, 5, id: 99).Read(events: 2);

        Assert.That((profile.Event, profile.Samples), Is.EqualTo(("page-faults", 2L)));
        Assert.That(profile.Warnings, Has.Some.Contains("1 damaged"));
    }

    [Test]
    public void Lost_samples_are_counted() => Assert.That(new RecordingBuilder().Lost(3).Lost(4).Read().LostSamples, Is.EqualTo(7));

    [Test]
    public void Threads_are_told_apart_by_name()
    {
        var profile = new RecordingBuilder().Exec(7, "a b").Exec(8, "c").Sample(7, 1, 5).Sample(8, 1, 5).Sample(8, 1, 6).Read();

        Assert.That(profile.Threads.Select(thread => (thread.Tid, thread.Name, thread.Samples)), Is.EqualTo(new[] { (8, "c", 2L), (7, "a b", 1L) }));
    }

    [Test]
    public void Symbols_of_generated_code_come_from_the_map_file_of_the_process()
    {
        var map = PerfHunt.Profiling.Symbols.PerfMapFile.Parse("1000 20 one\n1020 20 two three\nbad line\n");

        Assert.That((map.Name(map.Find(0x1000)), map.Name(map.Find(0x103f)), map.Find(0x1040)), Is.EqualTo(("one", "two three", -1)));
    }

    [Test]
    public void A_recording_that_was_not_finished_is_read_to_its_end_and_says_so()
    {
        var bytes = new RecordingBuilder().Exec(7).Sample(7, 1, 5).Build();
        bytes.AsSpan(48, 8).Clear();

        var profile = new PerfDataReader().Read(new ByteFile("x", bytes[..^3])).Value!;

        Assert.That(profile.Warnings, Has.Some.Contains("ended before"));
    }

    [TestCase("", "PERFILE2")]
    [TestCase("2ELIFREP", "byte order")]
    [TestCase("PERFFILE", "older")]
    [TestCase("PERFILE2", "header")]
    public void What_is_no_recording_is_told(string start, string problem) =>
        Assert.That(new PerfDataReader().Read(new ByteFile("x.data", System.Text.Encoding.ASCII.GetBytes(start))).Error?.ToString(), Does.Contain(problem).And.StartWith("x.data"));

    [Test]
    public void A_missing_file_is_an_error_with_its_name() =>
        Assert.That(new PerfDataReader().Read("/no/such/recording").Error!.Source, Is.EqualTo("/no/such/recording"));

    [Test]
    public void A_recording_that_is_cut_off_is_an_error()
    {
        var bytes = new RecordingBuilder().Exec(7).Sample(7, 1, 5).Build();

        Assert.That(new PerfDataReader().Read(new ByteFile("x", bytes[..^3])).Error!.Problem, Does.Contain("cut off"));
    }
}
