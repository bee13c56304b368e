using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Reading;
using PerfHunt.Tests.Profiling.PerfReport;

namespace PerfHunt.Tests.Profiling.Reading;

/// <summary>Our reader against <c>perf report</c> on the same recordings, symbol by symbol.</summary>
[Category("Perf")]
public sealed class AgainstPerfTests
{
    private const double TolerancePercent = 0.01;

    // perf 6.1 gives a sample in a linkage stub to `@plt`, or to the `init` before the stubs, as it happens to walk its tree of symbols; we name
    // the stub. So all stubs of a module are compared as one.
    private const string Stubs = "stubs";

    // perf names the kernel's own page on some kernels only.
    private const string KernelPage = "[vdso]";

    // The C++ program's file; libraries have symbols whatever becomes of it.
    private const string MadeByTest = "calls";

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
    public void Programs_that_replace_one_another_agree()
    {
        using var program = RecordedProgram.BuildCpp();
        var file = program.File("execs.data");
        RealTool.Run("perf", ["record", "-q", "-e", "cpu-clock", "-F", "9999", "-g", "--no-bpf-event", "-N", "-o", file, "--",
            "sh", "-c", "i=0; while [ $i -lt 300 ]; do /bin/true; i=$((i+1)); done"]);
        Compare(file);
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

        // Without a symbol, perf names no stubs either.
        Compare(program.Record(Clock, "300"), stubs: SymbolShare.UnknownSymbol);
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

    private static Profile Compare(string file, string stubs = Stubs)
    {
        var ours = new PerfDataReader { CallerLookup = CallerLookup.AtReturnAddress }.Read(file).OrThrow(ExitCode.InternalError, "");
        var perf = Perf(file);
        var theirs = perf.Symbols.ToLookup(share => Key(share, share.Module == MadeByTest ? stubs : Stubs));
        var mine = ours.Symbols.ToLookup(share => Key(share, share.Module == MadeByTest ? stubs : Stubs));
        Assert.Multiple(() =>
        {
            Assert.That((ours.Event, ours.Samples, ours.TotalPeriod), Is.EqualTo((perf.Event, perf.Samples, perf.TotalPeriod)));

            // How many there are depends on who else uses the machine: a program of 300 ms may get 20.
            Assert.That(ours.Samples, Is.Positive);
            foreach (var key in theirs.Union(mine).Select(group => group.Key).Distinct())
            {
                Assert.That(mine[key].Sum(share => share.SelfSamples), Is.EqualTo(theirs[key].Sum(share => share.SelfSamples)), $"{key}");
                Assert.That(mine[key].Sum(share => share.SelfPercent), Is.EqualTo(theirs[key].Sum(share => share.SelfPercent)).Within(TolerancePercent), $"{key}");
            }
        });
        if (ours.CallGraph is not null)
        {
            CompareChildren(file, mine);
        }

        return ours;
    }

    // Stubs, of which several may be on one stack, are left to the self shares above.
    private static void CompareChildren(string file, ILookup<(string Symbol, string Module), SymbolShare> mine)
    {
        var theirs = PerfScript.Children(file, symbol => Name(symbol, Stubs));
        Assert.Multiple(() =>
        {
            foreach (var key in theirs.Keys.Union(mine.Select(group => group.Key)).Where(key => key.Symbol is not (Stubs or SymbolShare.UnknownSymbol) && key.Module != KernelPage))
            {
                Assert.That(mine[key].Sum(share => share.ChildrenPercent ?? 0), Is.EqualTo(theirs.GetValueOrDefault(key)).Within(TolerancePercent), $"children of {key}");
            }
        });
    }

    private static (string Symbol, string Module) Key(SymbolShare share, string stubs) =>
        (share.Module == KernelPage ? KernelPage : Name(Demangler.Readable(share.Symbol), stubs), share.Module);

    private static string Name(string symbol, string stubs) => symbol is "_init" || symbol.EndsWith("@plt", StringComparison.Ordinal) ? stubs : symbol;

    private static Profile Perf(string file)
    {
        var arguments = PerfReportFormat.Arguments(file, withCallGraph: true).Insert(1, "--no-demangle");
        var text = RealTool.Run("perf", arguments);
        return PerfReportParser.Parse(text, file).OrThrow(ExitCode.InternalError, "");
    }
}
