using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Profiling;

namespace PerfHunt.Tests.Profiling.PerfReport;

public sealed class PerfReportParserTests
{
    private const string Head = "# Samples: 4  of event 'cpu-clock'\n#\n# Children\tOverhead\tSamples\tPeriod\tCommand\tShared Object\tSymbol\n";

    [Test]
    public void A_real_table_with_call_chains_keeps_every_sample()
    {
        var profile = Golden("threads-fp.txt");

        Assert.That((profile.Event, profile.Samples, profile.LostSamples, profile.TotalPeriod), Is.EqualTo(("cpu-clock", 3970L, 0L, 3973973970UL)));
        Assert.That(profile.Symbols.Sum(share => share.SelfPercent), Is.EqualTo(100).Within(1e-9));
        Assert.That(profile.Symbols[0].Symbol, Is.EqualTo("<hot::shapes::Square as hot::shapes::Area>::area"));
        Assert.That(profile.Symbols[0].SelfSamples, Is.EqualTo(1431));
        Assert.That(profile.Symbols[0].ChildrenPercent, Is.EqualTo(36.17));
    }

    [Test]
    public void Threads_with_spaces_in_their_names_are_summed()
    {
        var start = Golden("threads-fp.txt").Symbols.Single(share => share.Symbol == "start_thread");

        Assert.That(start.ChildrenPercent, Is.EqualTo(36.20 + 32.44 + 28.06).Within(0.1));
    }

    [Test]
    public void Without_a_call_graph_there_is_no_children_share()
    {
        var profile = Golden("threads-flat.txt");

        Assert.That(profile.Symbols.Select(share => share.ChildrenPercent), Is.All.Null);
        Assert.That(profile.Samples, Is.EqualTo(2167));
        Assert.That(profile.Symbols.Single(share => share.Symbol == "hot::shapes::generic").SelfSamples, Is.EqualTo(16 + 10));
    }

    [Test]
    public void The_kernel_is_one_symbol_and_counts_once_in_each_sample()
    {
        var kernel = Golden("threads-fp.txt").Symbols.Where(share => share.IsKernel).ToList();

        Assert.That(kernel, Has.Count.EqualTo(1));
        Assert.That(kernel[0].ChildrenPercent, Is.EqualTo(kernel[0].SelfPercent));
    }

    [Test]
    public void Of_two_events_the_one_with_most_samples_is_read()
    {
        var profile = Golden("two-events.txt");

        Assert.That(profile.Event, Is.EqualTo("cpu-clock"));
        Assert.That(profile.Symbols.Sum(share => share.SelfSamples), Is.EqualTo(profile.Samples));
    }

    [Test]
    public void Addresses_without_a_symbol_are_one_counted_unknown_a_module()
    {
        var text = Head + Row(1, "[.] 0x0000000000000b46") + Row(2, "[.] 0x0000000000000b50") + Row(3, "[.] 0000000000000000");

        var profile = PerfReportParser.Parse(text, "t").Value!;

        Assert.That(profile.Symbols.Select(share => (share.Symbol, share.SelfSamples)), Is.EqualTo(new[] { (SymbolShare.UnknownSymbol, 6L) }));
        Assert.That(profile.UnknownSamples, Is.EqualTo(6));
    }

    [Test]
    public void Copies_of_a_function_that_differ_by_a_compilers_suffix_are_one()
    {
        var text = Head + Row(1, "[.] a::b::h0123456789abcdef") + Row(2, "[.] a::b.llvm.123456") + Row(4, "[.] a::b") + Row(8, "[.] a::b::h0123");

        var profile = PerfReportParser.Parse(text, "t").Value!;

        Assert.That(profile.Symbols.Select(share => (share.Symbol, share.SelfSamples)), Is.EqualTo(new[] { ("a::b::h0123", 8L), ("a::b", 7L) }));
    }

    [Test]
    public void Lost_samples_are_told() =>
        Assert.That(PerfReportParser.Parse("# Total Lost Samples: 17\n" + Head, "t").Value!.LostSamples, Is.EqualTo(17));

    [Test]
    public void Too_few_samples_is_a_value()
    {
        var profile = PerfReportParser.Parse(Head + Row(199, "[.] a"), "x.data").Value!;

        Assert.That(profile.Shortage(199), Is.Null);
        Assert.That(profile.Shortage(200)?.ToString(), Does.StartWith("x.data: 199 samples, of at least 200"));
    }

    [Test]
    public void A_recording_without_a_sample_is_an_empty_profile() =>
        Assert.That(PerfReportParser.Parse("# To display the perf.data header info, please use --header/--header-only options.\n#\n", "t").Value!.Samples, Is.Zero);

    [TestCase("", 0, "expected the table")]
    [TestCase("main 5%\n", 1, "head of the table")]
    [TestCase(Head + "a\tb\n", 4, "expected 7 fields")]
    [TestCase(Head + "1%\t1%\tx\t1\tc\td\t[.] s\n", 4, "whole numbers")]
    [TestCase(Head + "x\t1%\t1\t1\tc\td\t[.] s\n", 4, "percentage")]
    [TestCase(Head + "1%\t1%\t1\t1\tc\td\ts\n", 4, "level")]
    [TestCase("# Samples: 4  of event 'x'\n# Children\tSymbol\n", 2, "column 'Samples'")]
    public void What_is_wrong_is_located(string text, int line, string problem)
    {
        var error = PerfReportParser.Parse(text, "x.data").Error!;

        Assert.That(error.Line, Is.EqualTo(line));
        Assert.That(error.Problem, Does.Contain(problem));
    }

    [Test]
    public void No_text_makes_the_parser_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var parsed = PerfReportParser.Parse(Head + (text ?? "").Replace('a', PerfReportFormat.Separator), "t");
            return parsed.Succeeded || parsed.Error.Problem.Length > 0;
        }).QuickCheckThrowOnFailure();

    private static string Row(int samples, string symbol) =>
        $" 1.00% \t 0.50% \t {samples} \t {samples}0 \ta b\tlibx.so\t{symbol}   \n";

    private static Profile Golden(string name) =>
        PerfReportParser.Parse(File.ReadAllText(GoldenFile.Path(name)), name).Value!;
}
