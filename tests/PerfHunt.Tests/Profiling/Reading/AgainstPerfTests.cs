using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.PerfReport;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Tests.Profiling.Reading;

/// <summary>Our reader against <c>perf report</c> on the same recordings, symbol by symbol.</summary>
[Category("Perf")]
public sealed class AgainstPerfTests
{
    private const double TolerancePercent = 0.01;

    // perf rounds the children share of each thread to 0.01.
    // A recording of a second has some 1,500 samples: one of them, seen by one reader under a symbol that the other leaves out, is 0.07.
    private const double ChildrenTolerancePercent = 0.2;

    private static readonly PerfConfig Clock = new() { Event = "cpu-clock", FrequencyHz = 1999 };

    [Test]
    public void Threads_of_a_rust_program_agree([Values("none", "fp")] string callGraph)
    {
        using var program = RecordedProgram.BuildRust();
        Compare(program.Record(Clock with { CallGraph = callGraph }, "400"));
    }

    [Test]
    public void A_program_that_forks_and_executes_agrees([Values("none", "fp")] string callGraph)
    {
        using var program = RecordedProgram.BuildCpp();
        Compare(program.Record(Clock with { CallGraph = callGraph }, "400", "and-a-child"));
    }

    [Test]
    public void A_program_of_fixed_addresses_agrees()
    {
        using var program = RecordedProgram.BuildCpp("-no-pie", "-static");
        Compare(program.Record(Clock, "300"));
    }

    [Test]
    public void A_stripped_program_agrees()
    {
        using var program = RecordedProgram.BuildCpp();
        RealTool.Run("strip", [program.Path]);
        Compare(program.Record(Clock, "300"));
    }

    [Test]
    public void A_program_with_its_symbols_in_a_debug_file_agrees()
    {
        using var program = RecordedProgram.BuildCpp();
        RealTool.Run("objcopy", ["--only-keep-debug", program.Path, $"{program.Path}.debug"]);
        RealTool.Run("strip", [program.Path]);
        RealTool.Run("objcopy", [$"--add-gnu-debuglink={program.Path}.debug", program.Path]);

        var ours = Compare(program.Record(Clock, "300"));

        // Which of its functions a short run is sampled in is chance; without the debug file none of them has a name.
        Assert.That(ours.Symbols, Has.Some.Matches<SymbolShare>(share => share!.Symbol.Contains("work::", StringComparison.Ordinal)));
    }

    [Test]
    public void Compressed_records_agree()
    {
        using var program = RecordedProgram.BuildRust();
        var file = program.File("z.data");
        RealTool.Run("perf", ["record", "-q", "-z", "-e", "cpu-clock", "-F", "1999", "-g", "--no-bpf-event", "-N", "-o", file, "--", program.Path, "400"]);
        Compare(file);
    }

    [Test]
    public void Several_events_agree()
    {
        using var program = RecordedProgram.BuildCpp();
        var file = program.File("two.data");
        RealTool.Run("perf", ["record", "-q", "-e", "page-faults,cpu-clock", "-F", "1999", "--no-bpf-event", "-N", "-o", file, "--", program.Path, "300"]);
        Compare(file);
    }

    [Test]
    public void A_fixed_period_agrees()
    {
        using var program = RecordedProgram.BuildRust();
        var file = program.File("fixed.data");
        RealTool.Run("perf", ["record", "-q", "-e", "cpu-clock", "-c", "500000", "--no-bpf-event", "-N", "-o", file, "--", program.Path, "300"]);
        Compare(file);
    }

    private static Profile Compare(string file)
    {
        var ours = new PerfDataReader { CallerLookup = CallerLookup.AtReturnAddress }.Read(file).OrThrow(ExitCode.InternalError, "");
        var perf = Perf(file);
        var theirs = perf.Symbols
            .GroupBy(share => (Demangler.Readable(share.Symbol), share.Module))
            .ToDictionary(group => group.Key, group => (Self: group.Sum(share => share.SelfPercent), Samples: group.Sum(share => share.SelfSamples), Children: group.Sum(share => share.ChildrenPercent)));
        var mine = ours.Symbols.ToDictionary(share => (share.Symbol, share.Module));
        Assert.Multiple(() =>
        {
            Assert.That((ours.Event, ours.Samples, ours.TotalPeriod), Is.EqualTo((perf.Event, perf.Samples, perf.TotalPeriod)));
            Assert.That(ours.Samples, Is.GreaterThan(20));
            foreach (var key in theirs.Keys.Union(mine.Keys).Where(key => !IsStub(key.Item1)))
            {
                var (self, samples, children) = theirs.GetValueOrDefault(key);
                var share = mine.GetValueOrDefault(key);
                Assert.That(share?.SelfSamples ?? 0, Is.EqualTo(samples), $"{key}");
                Assert.That(share?.SelfPercent ?? 0, Is.EqualTo(self).Within(TolerancePercent), $"{key}");
                if (ours.CallGraph is not null && share?.IsUnknown == false)
                {
                    Assert.That(share.ChildrenPercent ?? 0, Is.EqualTo(children ?? 0).Within(ChildrenTolerancePercent), $"{key}");
                }
            }
        });
        return ours;
    }

    // perf 6.1 gives a sample in a linkage stub that it cannot name to `@plt`, or to the `_init` before the stubs; we name the stub.
    // Which stubs a run is sampled in is chance; the totals above hold them too.
    private static bool IsStub(string symbol) => symbol is "_init" || symbol.EndsWith("@plt", StringComparison.Ordinal);

    private static Profile Perf(string file)
    {
        var arguments = PerfReportFormat.Arguments(file, withCallGraph: true).Insert(1, "--no-demangle");
        var text = RealTool.Run("perf", arguments);
        return PerfReportParser.Parse(text, file).OrThrow(ExitCode.InternalError, "");
    }
}
