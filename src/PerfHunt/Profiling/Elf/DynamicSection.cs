using System.Collections.Immutable;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Elf;

/// <summary>What a binary tells the loader of its shared libraries. Source: System V ABI, "Dynamic Section"; ld.so(8).</summary>
/// <param name="Needed">Names of the libraries that it needs.</param>
/// <param name="RunPath">Folders in which the loader looks for them first, as they are written; <c>$ORIGIN</c> is the binary's own.</param>
internal sealed record DynamicSection(ImmutableArray<string> Needed, ImmutableArray<string> RunPath)
{
    private const int EntryBytes = 16;
    private const ulong NeededTag = 1;
    private const ulong OldRunPathTag = 15;
    private const ulong RunPathTag = 29;

    /// <summary>Reads it; empty when the binary has none.</summary>
    public static DynamicSection Of(ElfFile elf)
    {
        var section = elf.Section(".dynamic");
        var text = elf.Content(section is { Link: > 0 } && section.Link < elf.Sections.Length ? elf.Sections[section.Link] : null);
        var (needed, runPath) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        for (var reader = new SpanReader(elf.Content(section)); reader.Remaining >= EntryBytes;)
        {
            var (tag, value) = (reader.U64(), reader.U64());
            if (tag is NeededTag or OldRunPathTag or RunPathTag)
            {
                var name = new SpanReader(text);
                name.Seek((long)Math.Min(value, int.MaxValue));
                (tag == NeededTag ? needed : runPath).Add(name.ZeroTerminatedText());
            }
        }

        return new(needed.ToImmutable(), [.. runPath.SelectMany(folders => folders.Split(':', StringSplitOptions.RemoveEmptyEntries))]);
    }
}
