using PerfHunt.Configuration;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Tests.Profiling.Elf;

public sealed class RecordedBinaryTests
{
    private const string Host = "/proc/self/exe";

    [Test]
    public void A_profile_of_another_build_is_refused_with_both_ids()
    {
        using var elf = ElfFile.TryOpen(Host)!;
        var id = ElfNotes.BuildId(elf)!;

        Assert.That(RecordedBinary.Mismatch(Of(Host, id), Host), Is.Null);
        Assert.That(RecordedBinary.Mismatch(Of(Host, "0123"), Host)?.Problem, Does.Contain("0123").And.Contain(id));
        Assert.That(RecordedBinary.Mismatch(Of("/bin/other", "0123"), Host)?.Problem, Does.Contain("no sample"));
    }

    [Test]
    public void A_program_without_an_id_is_refused_only_when_it_was_hit()
    {
        var module = Of(Host, null);
        var calling = module with { Symbols = [new SymbolShare("main", Path.GetFileName(module.Modules[0].Path), 0, 0, 0, 100)] };
        var hit = module with { Symbols = [new SymbolShare("main", Path.GetFileName(module.Modules[0].Path), 100, 1, 100, 100)] };

        Assert.That(RecordedBinary.Mismatch(calling, Host), Is.Null);
        Assert.That(RecordedBinary.Mismatch(hit, Host)?.Problem, Does.Contain("build id none"));
    }

    [Test]
    public void A_path_that_is_no_binary_is_told() =>
        Assert.That(RecordedBinary.Mismatch(Of("a", "b"), GoldenFile.Path("README.md"))?.Problem, Does.Contain("ELF"));

    [Test]
    [Category("Perf")]
    public void A_program_that_was_built_again_is_not_the_recorded_one_and_lends_no_names()
    {
        using var program = RecordedProgram.BuildCpp();
        var file = program.Record(new PerfConfig { Event = "cpu-clock" }, "200");
        var before = new PerfDataReader().Read(file).Value!;

        RealTool.Run("g++", ["-O2", GoldenFile.Path("Programs/calls.cpp"), "-o", program.Path]);
        var after = new PerfDataReader().Read(file).Value!;

        Assert.That(before.MainModule, Is.EqualTo(program.Path));
        Assert.That(RecordedBinary.Mismatch(before, program.Path)?.Problem, Does.Contain("another build"));
        Assert.That(after.Warnings, Has.Some.Contains("was replaced"));
        Assert.That(after.Symbols.Where(share => share.Module == "calls").Select(share => share.Symbol), Is.All.EqualTo(SymbolShare.UnknownSymbol));
    }

    private static Profile Of(string path, string? id) => new("x.data", "cpu-clock", 1, 0, 1, []) { Modules = [new ModuleUse(Path.GetFullPath(path), id)] };
}
