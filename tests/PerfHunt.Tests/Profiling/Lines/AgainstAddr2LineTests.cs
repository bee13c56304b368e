using System.Globalization;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Tests.Profiling.Lines;

/// <summary>Inlined functions and source lines against <c>addr2line</c> on real binaries, over all of their code.</summary>
[Category("Perf")]
public sealed class AgainstAddr2LineTests
{
    private const ulong StepBytes = 5;

    // addr2line takes a second for some ten thousand addresses of a binary with much debug information.
    private const int MostAddresses = 6000;

    // Of DWARF 5, addr2line 2.40 gives the unit's own file where a line program does not name one (calls.cpp for stl_heap.h, or even
    // `threads.rs/@/threads.1-cgu.0`), and then it loses inlined functions. Of the same programs in DWARF 4 all agree.
    private const double LostByAddr2LinePercent = 3;

    [Test]
    public void A_cpp_program_agrees([Values("-gdwarf-4", "-gdwarf-5")] string version, [Values("-O1", "-O3")] string optimisation)
    {
        using var program = RecordedProgram.BuildCpp(version, optimisation);
        Compare(program.Path, program.Path, version == "-gdwarf-5" ? LostByAddr2LinePercent : 0);
    }

    [Test]
    public void A_rust_program_agrees([Values("-Cdebuginfo=2", "-Clto=fat", "-Csymbol-mangling-version=v0")] string option)
    {
        using var program = RecordedProgram.BuildRust(option);
        Compare(program.Path, program.Path);
    }

    [Test]
    public void A_rust_program_of_dwarf_5_agrees_where_addr2line_can_tell()
    {
        using var program = RecordedProgram.BuildRust("-Cdwarf-version=5");
        Compare(program.Path, program.Path, mostDifferentPercent: LostByAddr2LinePercent);
    }

    [Test]
    public void Compressed_sections_agree([Values("zlib", "zstd")] string packing)
    {
        using var program = RecordedProgram.BuildCpp();
        RealTool.Run("objcopy", [$"--compress-debug-sections={packing}", program.Path, $"{program.Path}.packed"]);
        Compare($"{program.Path}.packed", program.Path);
    }

    [Test]
    public void Debug_information_in_a_file_of_its_own_agrees()
    {
        using var program = RecordedProgram.BuildCpp();
        RealTool.Run("objcopy", ["--only-keep-debug", program.Path, $"{program.Path}.debug"]);
        RealTool.Run("strip", ["-o", $"{program.Path}.stripped", program.Path]);
        RealTool.Run("objcopy", [$"--add-gnu-debuglink={program.Path}.debug", $"{program.Path}.stripped"]);
        Compare($"{program.Path}.stripped", program.Path);
    }

    private static void Compare(string ours, string theirs, double mostDifferentPercent = 0)
    {
        var addresses = Addresses(theirs);
        var expected = Theirs(theirs, addresses);
        using var index = SourceIndex.Open(ours);
        Assert.That(index.Warnings, Is.Empty);
        var differences = new List<string>();
        var inlined = 0;
        foreach (var (address, frames) in addresses.Zip(expected))
        {
            var found = index.FramesAt(address).Select(Text).ToList();
            inlined += found.Count > 1 ? 1 : 0;
            if (found.Count > 0 && !IsSame(found, frames))
            {
                differences.Add($"0x{address:x}: {string.Join(" | ", found)}\n    expected {string.Join(" | ", frames)}");
            }
            // Without debug information, addr2line takes names of functions and files from the symbol table.
            else if (found.Count == 0 && !frames[0].EndsWith(":0", StringComparison.Ordinal))
            {
                differences.Add($"0x{address:x}: nothing\n    expected {string.Join(" | ", frames)}");
            }
        }

        TestContext.Out.WriteLine($"{addresses.Count} addresses, {inlined} in inlined functions, {differences.Count} differ");
        Assert.That(inlined, Is.GreaterThan(50));
        Assert.That(100.0 * differences.Count / addresses.Count, Is.LessThanOrEqualTo(mostDifferentPercent), string.Join("\n", differences.Take(20)));
    }

    // Of padding, and of functions that have no other name than the plain one, addr2line takes the name from the symbol table.
    private static bool IsSame(List<string> found, List<string> frames) =>
        found.SequenceEqual(frames)
        || (found.Count == frames.Count && found.Skip(1).SequenceEqual(frames.Skip(1)) && PlaceOf(found[0]) == PlaceOf(frames[0]) && IsPlain(found[0]));

    private static string PlaceOf(string frame) => frame[(frame.LastIndexOf(' ') + 1)..];

    private static bool IsPlain(string frame) => !frame.Contains("::", StringComparison.Ordinal);

    private static List<ulong> Addresses(string binary)
    {
        using var elf = ElfFile.TryOpen(binary)!;
        var text = elf.Section(".text")!;
        var step = Math.Max(StepBytes, text.Size / MostAddresses);
        return [.. Enumerable.Range(0, (int)(text.Size / step)).Select(number => text.Address + ((ulong)number * step))];
    }

    private static string Text(SourceFrame frame)
    {
        var line = frame.File is null ? "??:0" : string.Create(CultureInfo.InvariantCulture, $"{frame.File}:{frame.Line}");
        return $"{frame.Function ?? "??"} {line}";
    }

    // Pairs of lines, a function and a place; in front of them the address.
    private static List<List<string>> Theirs(string binary, List<ulong> addresses)
    {
        var input = string.Join('\n', addresses.Select(address => address.ToString("x", CultureInfo.InvariantCulture))) + "\n";
        var lines = RealTool.Run("addr2line", ["-a", "-i", "-f", "-e", binary], input).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<List<string>>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith("0x", StringComparison.Ordinal))
            {
                found.Add([]);
                continue;
            }

            found[^1].Add($"{Demangler.Readable(lines[index])} {Place(lines[++index])}");
        }

        return found;
    }

    // `file:12 (discriminator 3)`, and a question mark for line 0.
    private static string Place(string place)
    {
        var mark = place.IndexOf(" (discriminator", StringComparison.Ordinal);
        place = mark < 0 ? place : place[..mark];
        return place.EndsWith(":?", StringComparison.Ordinal) ? place[..^1] + "0" : place;
    }
}
