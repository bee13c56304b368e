using PerfHunt.Profiling.Demangling;

namespace PerfHunt.Tests.Profiling.Demangling;

/// <summary>Every symbol of real binaries, against binutils.</summary>
[Category("Perf")]
public sealed class DemanglerAgainstToolsTests
{
    // libiberty writes a signed zero for constants of 128 bits, and a comma for an empty pack between parameters: ours are right.
    private static readonly string[] MistakesOfTheTool = ["0x0000000000000000", ", , "];

    [Test]
    public void The_standard_library_of_cpp_reads_as_with_cppfilt()
    {
        RealTool.Require("g++", "nm", "c++filt");
        var library = RealTool.Run("g++", ["-print-file-name=libstdc++.so.6"]).Trim();
        Compare([.. Symbols(library, "-D").Where(name => name.StartsWith("_Z", StringComparison.Ordinal))], least: 1000);
    }

    [Test]
    public void A_rust_program_reads_as_with_cppfilt()
    {
        using var program = RecordedProgram.BuildRust();
        RealTool.Require("nm", "c++filt");
        Compare([.. Symbols(program.Path).Where(name => name.StartsWith("_R", StringComparison.Ordinal) || name.Contains("17h", StringComparison.Ordinal))], least: 300);
    }

    private static IEnumerable<string> Symbols(string binary, params string[] options) =>
        RealTool.Run("nm", [.. options, binary]).Split('\n').Where(line => line.Length > 0).Select(line => line[(line.LastIndexOf(' ') + 1)..].Split('@')[0]).Distinct();

    private static void Compare(string[] names, int least)
    {
        // Suffixes of copies are another matter: ours leaves them out.
        names = [.. names.Where(name => !name.Contains(".llvm.", StringComparison.Ordinal))];
        var expected = RealTool.Run("c++filt", ["--no-verbose"], string.Join('\n', names)).Split('\n');
        var different = names.Zip(expected)
            .Where(pair => Demangler.Readable(pair.First) != pair.Second && !MistakesOfTheTool.Any(mistake => pair.Second.Contains(mistake, StringComparison.Ordinal)))
            .Select(pair => $"{pair.First}: {pair.Second}, not {Demangler.Readable(pair.First)}");

        Assert.That(names, Has.Length.GreaterThanOrEqualTo(least));
        Assert.That(different, Is.Empty);
    }
}
