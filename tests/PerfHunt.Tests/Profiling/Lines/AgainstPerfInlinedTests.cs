using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Tests.Profiling.Lines;

/// <summary>What was inlined at sampled addresses against <c>perf script</c>, and profiles that count by inlined functions.</summary>
[Category("Perf")]
public sealed class AgainstPerfInlinedTests
{
    private const string InlinedMark = " (inlined)";

    private static readonly PerfConfig Stacks = new() { Event = "cpu-clock", FrequencyHz = 499, CallGraph = "dwarf" };

    [Test]
    public void Inlined_functions_of_sampled_stacks_agree()
    {
        using var program = RecordedProgram.BuildRust();
        var places = Places(program.Record(Stacks, "500"), program.Path);
        using var elf = ElfFile.TryOpen(program.Path)!;
        using var index = SourceIndex.Open(program.Path);

        var differences = places
            .Select(place => (Ours: index.FramesAt(elf.AddressOf(place.Key)!.Value).Select(frame => frame.Function).ToList(), Theirs: place.Value))
            .Where(place => !place.Ours.SequenceEqual(place.Theirs) && !HasNoDebugInformation(place.Ours, place.Theirs))
            .Select(place => $"{string.Join(" | ", place.Ours)}\n    expected {string.Join(" | ", place.Theirs)}")
            .ToList();

        TestContext.Out.WriteLine($"{places.Count} places, {places.Count(place => place.Value.Count > 1)} with inlined functions, {differences.Count} differ");
        Assert.That(places.Count(place => place.Value.Count > 1), Is.Positive);
        Assert.That(differences, Is.Empty, string.Join("\n", differences));
    }

    [Test]
    public void A_profile_by_inlined_functions_has_the_same_samples()
    {
        using var program = RecordedProgram.BuildRust();
        var file = program.Record(Stacks with { CallGraph = "fp", FrequencyHz = 1999 }, "500");
        using var sources = new SourceIndexes(program.File("lines"));

        var physical = new PerfDataReader().Read(file).OrThrow(ExitCode.InternalError, "");
        var inlined = new PerfDataReader { Inlined = sources }.Read(file).OrThrow(ExitCode.InternalError, "");

        Assert.That((inlined.Samples, inlined.TotalPeriod), Is.EqualTo((physical.Samples, physical.TotalPeriod)));
        Assert.That(inlined.Symbols.Sum(share => share.SelfSamples), Is.EqualTo(physical.Samples));
        Assert.That(inlined.Places, Is.EqualTo(physical.Places));
        var fold = inlined.Symbols.Single(share => share.Symbol.EndsWith("Area>::area::{{closure}}", StringComparison.Ordinal));
        Assert.That(physical.Symbols, Has.None.Matches<SymbolShare>(share => share!.Symbol == fold.Symbol));
        Assert.That(fold.ChildrenPercent, Is.Positive, "the loop's body was inlined");
        HasTheSameByThread(physical, new PerfDataReader { Lines = sources }.Read(file).OrThrow(ExitCode.InternalError, ""));
        HasTheSameByThread(inlined, new PerfDataReader { Lines = sources, Inlined = sources }.Read(file).OrThrow(ExitCode.InternalError, ""));
    }

    // Line by line and thread by thread, nothing is lost, moved or counted twice.
    private static void HasTheSameByThread(Profile profile, Profile lined)
    {
        var all = lined.ThreadStacks.SelectMany(thread => Self(thread.Stacks)).ToList();

        Assert.That(lined.ThreadStacks, Has.Length.GreaterThan(1));
        Assert.That(lined.ThreadStacks.Select(thread => Self(thread.Stacks).Sum(leaf => leaf.Samples)), Is.EqualTo(lined.Threads.Select(thread => thread.Samples)));
        Assert.That(
            all.GroupBy(leaf => (leaf.Frame.Symbol, leaf.Frame.Module)).Select(group => (group.Key, group.Sum(leaf => leaf.Samples))),
            Is.EquivalentTo(profile.Symbols.Where(share => share.SelfSamples > 0).Select(share => ((share.Symbol, share.Module), share.SelfSamples))));
        Assert.That(all.Select(leaf => leaf.Frame), Has.Some.Matches<StackFrame>(frame => frame!.Line > 0 && frame.File!.EndsWith("threads.rs", StringComparison.Ordinal)));
    }

    private static IEnumerable<(StackFrame Frame, long Samples)> Self(CallGraph stacks) =>
        Enumerable.Range(1, stacks.NodeCount - 1).Where(node => stacks.SelfSamples(node) > 0).Select(node => (stacks.Frame(node), stacks.SelfSamples(node)));

    // Functions that the compiler made itself, of which perf takes the name from the symbol table.
    private static bool HasNoDebugInformation(List<string?> ours, List<string?> theirs) => ours.Count == 0 && theirs.Count == 1;

    // Rows of one address follow one another, innermost first, each with a mark except the last one; a blank row ends a stack.
    private static Dictionary<ulong, List<string?>> Places(string file, string binary)
    {
        var places = new Dictionary<ulong, List<string?>>();
        var names = new List<string?>();
        var last = "";
        foreach (var line in RealTool.Run("perf", ["script", "--no-demangle", "-F", "ip,sym,dso", "-i", file]).Split('\n'))
        {
            var text = line.Trim();
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            var suffix = text.EndsWith(InlinedMark, StringComparison.Ordinal) ? InlinedMark : $" ({binary})";
            if (space < 0 || !text.EndsWith(suffix, StringComparison.Ordinal))
            {
                names.Clear();
                continue;
            }

            // perf marks some functions of libraries as inlined, too.
            if (text[..space] != last)
            {
                names.Clear();
                last = text[..space];
            }

            names.Add(Demangler.Readable(text[(space + 1)..^suffix.Length]));
            if (suffix != InlinedMark)
            {
                places[ulong.Parse(text[..space], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)] = [.. names];
                names.Clear();
            }
        }

        return places;
    }
}
