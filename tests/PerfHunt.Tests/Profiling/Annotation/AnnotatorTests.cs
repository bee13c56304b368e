using PerfHunt.Configuration;
using PerfHunt.Hotspots;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Annotation;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Tests.Profiling.Annotation;

/// <summary>On a real program, recorded once: what is inlined where is known from its text.</summary>
[Category("RealTool")]
public sealed class AnnotatorTests : IDisposable
{
    private const string Text = """
        #include <stdio.h>
        #include <stdlib.h>
        static inline __attribute__((always_inline)) unsigned app_mix(unsigned x, unsigned n) {
            for (unsigned i = 0; i < n; i++)
                x = x * 2654435761u ^ (x >> 13);
            return x;
        }
        __attribute__((noinline)) unsigned app_outer(unsigned n) {
            unsigned sum = 1;
            for (unsigned i = 0; i < n; i++)
                sum += app_mix(sum, 1000);
            return sum;
        }
        int main(int argc, char **argv) {
            printf("%u\n", app_outer(argc > 1 ? atoi(argv[1]) : 200000));
            return 0;
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly SourceIndexes _sources = new(cacheFolder: null);
    private Profile _profile = null!;

    private static Disassembly Instructions { get; } = new(RealTool.Processes);

    [OneTimeSetUp]
    public void Record()
    {
        RealTool.Require("gcc", "perf");
        var source = _folder.File("app.c");
        File.WriteAllText(source, Text);
        RealTool.Run("gcc", ["-O1", "-g", source, "-o", _folder.File("app")]);
        RealTool.Run("perf", ["record", "-q", "-e", "cpu-clock", "-F", "1999", "--no-bpf-event", "-N", "-o", _folder.File("app.data"), "--", _folder.File("app")]);
        _profile = new PerfDataReader().Read(_folder.File("app.data")).Value!;
    }

    public void Dispose()
    {
        _sources.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void The_line_of_the_inlined_call_holds_its_cost()
    {
        var outer = Annotator.Annotate(_profile, "app_outer", _sources, Instructions)!;

        Assert.That((Path.GetFileName(outer.OwnLines[0].File), outer.OwnLines[0].Line), Is.EqualTo(("app.c", 11)));
        Assert.That(outer.InnermostLines[0].Line, Is.EqualTo(4).Or.EqualTo(5));
        Assert.That(outer.InnermostLines[0].Function, Is.EqualTo("app_mix"));
        Assert.That(outer.Self.Percent, Is.EqualTo(_profile.Symbols.First(share => share.Symbol == "app_outer").SelfPercent).Within(1e-9));
    }

    [Test]
    public void Parts_make_the_whole()
    {
        var outer = Annotator.Annotate(_profile, "app_outer", _sources, Instructions)!;

        Assert.That(outer.OwnLines.Sum(line => line.Self.OfFunctionPercent) + outer.WithoutLinePercent, Is.EqualTo(100).Within(0.5));
        Assert.That(outer.Instructions.Sum(one => one.Self.OfFunctionPercent), Is.EqualTo(100).Within(1e-6));
    }

    [Test]
    public void An_inlined_function_can_be_annotated_by_its_own_name()
    {
        var mix = Annotator.Annotate(_profile, "app_mix", _sources, Instructions)!;

        Assert.That(mix.IsInlined);
        Assert.That(mix.Self.Percent, Is.GreaterThan(90));
        Assert.That(Annotator.InlinedNames(_profile, _sources), Does.Contain("app_mix"));
    }

    [Test]
    public void A_function_in_no_file_has_its_share_and_no_lines()
    {
        var profile = _profile with { Places = [] };
        var outer = Annotator.WithoutPlaces(profile, "app_outer");

        Assert.That(Annotator.Annotate(profile, "app_outer", _sources, Instructions), Is.Null);
        Assert.That((outer.Samples, outer.WithoutLinePercent), Is.EqualTo((_profile.Symbols.First(share => share.Symbol == "app_outer").SelfSamples, 100.0)));
        Assert.That(Annotator.WithoutPlaces(profile, "app_main").Samples, Is.Zero);
    }

    [Test]
    public void Instructions_are_as_the_disassembler_of_binutils_has_them()
    {
        if (System.Runtime.InteropServices.RuntimeInformation.OSArchitecture != System.Runtime.InteropServices.Architecture.X64)
        {
            Assert.Ignore("instructions are read on x86-64 only; this is another machine");
        }

        var theirs = RealTool.Run("objdump", ["-d", "-M", "intel", "--no-show-raw-insn", "--disassemble=app_outer", _folder.File("app")])
            .Split('\n').Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2 && ulong.TryParse(parts[0].Trim(), System.Globalization.NumberStyles.HexNumber, null, out _))
            .ToDictionary(parts => ulong.Parse(parts[0].Trim(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture), parts => parts[1].Trim().Split(' ')[0]);
        var ours = Annotator.Annotate(_profile, "app_outer", _sources, Instructions)!.Instructions;

        Assert.That(ours.Select(one => one.Text.Split(' ')[0]), Is.EqualTo(ours.Select(one => theirs[one.Address])));
    }

    // The same file with another machine's number, and what that machine's objdump prints for a function.
    [Test]
    public void Instructions_of_another_machine_are_read_by_its_objdump()
    {
        const int MachineAt = 18;
        const byte Aarch64 = 183;
        var bytes = File.ReadAllBytes(_folder.File("app"));
        bytes[MachineAt] = Aarch64;
        File.WriteAllBytes(_folder.File("other"), bytes);
        var place = _profile.Places.First(one => one.Symbol == "app_outer");
        var objdump = new ScriptedProcesses(standardOutput: $"app:     file format elf64-littleaarch64\n\n0000000000000754 <app_outer>:\n {place.Address:x}:\tmov\tw5, #0x0                   \t// #0\n ffffff:\tret\n");

        var found = new Disassembly(objdump).At(new ModuleUse(_folder.File("other"), null), [place.Address]);

        Assert.That(found, Is.EqualTo(new[] { (place.Address, "mov w5, #0x0 // #0") }));
        Assert.That(objdump.Commands.Select(command => command.Executable), Is.EqualTo(new[] { "aarch64-linux-gnu-objdump" }));
    }

    [Test]
    public void Stacks_tell_the_line_of_the_samples_and_that_of_the_functions_declaration()
    {
        var stacks = new PerfDataReader { Lines = _sources }.Read(_folder.File("app.data")).Value!.ThreadStacks.Single().Stacks;
        var outer = Enumerable.Range(1, stacks.NodeCount - 1).Where(node => stacks.Frame(node).Symbol == "app_outer").ToList();
        var hottest = stacks.Frame(outer.MaxBy(stacks.SelfPeriod));

        Assert.That((Path.GetFileName(hottest.File), hottest.Line, hottest.DeclarationLine), Is.EqualTo(("app.c", 11, 8)));
        Assert.That(outer.Sum(stacks.SelfSamples), Is.EqualTo(_profile.Symbols.First(share => share.Symbol == "app_outer").SelfSamples));
    }

    [Test]
    public void A_hotspot_is_named_by_the_function_of_ours_that_makes_most_of_it() =>
        Assert.That(Cost("app_").MostOf(_profile, "app_outer")?.Function, Is.EqualTo("app_mix"));

    [Test]
    public void An_inlined_function_of_somebody_else_names_nothing() =>
        Assert.That(Cost("app_outer").MostOf(_profile, "app_outer"), Is.Null);

    [Test]
    public void Where_all_of_the_program_is_ours_a_library_written_elsewhere_is_not() =>
        Assert.That((Cost("", file => false).MostOf(_profile, "app_outer"), Cost("").MostOf(_profile, "app_outer")?.Function), Is.EqualTo(((ValueTuple<string, double>?)null, "app_mix")));

    [Test]
    public void By_written_functions_the_inlined_one_is_hot_and_nothing_is_lost()
    {
        var written = Cost("app_").ByWrittenFunction(_profile);

        Assert.That(written.Symbols[0].Symbol, Is.EqualTo("app_mix"));
        Assert.That(written.Symbols.Sum(share => share.SelfSamples), Is.EqualTo(_profile.Samples));
        Assert.That(written.Symbols.Sum(share => share.SelfPercent), Is.EqualTo(100).Within(1e-6));
        Assert.That(Cost("app_outer").ByWrittenFunction(_profile).Symbols[0].Symbol, Is.EqualTo("app_outer"));
    }

    private InlinedCost Cost(string prefix, Func<string, bool>? isOurSource = null) => new(new OwnFunctions([new OwnCode(prefix, "app", ".")], ["app"]), _sources, isOurSource ?? (_ => true));
}
