using System.Globalization;
using System.Text;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Elf;

/// <summary>
/// Names the stubs through which a program calls its libraries, <c>malloc@plt</c>: they have no symbols, but lie in the order of
/// their relocations. Source: System V ABI, AMD64 and AArch64 supplements, "Procedure Linkage Table".
/// </summary>
internal static class PltSymbols
{
    private const int RelocationBytes = 24;
    private const int SymbolBytes = 24;
    private const ulong StubBytes = 16;
    private const ushort Arm64 = 183;

    /// <summary>Adds the stubs to a list.</summary>
    public static void AddTo(SymbolTableBuilder symbols, ElfFile elf)
    {
        if (elf.Section(".rela.plt") is not { } relocations)
        {
            return;
        }

        var names = Names(elf, relocations);
        Add(symbols, elf.Section(".plt"), names, elf.Machine == Arm64 ? 2UL : 1UL);
        Add(symbols, elf.Section(".plt.sec"), names, 0);
    }

    private static void Add(SymbolTableBuilder symbols, ElfSection? section, List<string> names, ulong leadingStubs)
    {
        if (section is null)
        {
            return;
        }

        var text = new MemoryStream();
        var offsets = new List<int>();
        var room = (section.Size / StubBytes) - Math.Min(leadingStubs, section.Size / StubBytes);
        foreach (var name in names.Take((int)Math.Min(room, int.MaxValue)))
        {
            offsets.Add((int)text.Length);
            text.Write(Encoding.UTF8.GetBytes(name + "@plt\0"));
        }

        var block = symbols.AddText(text.ToArray());
        for (var index = 0; index < offsets.Count; index++)
        {
            symbols.Add(section.Address + ((leadingStubs + (ulong)index) * StubBytes), StubBytes, SymbolBinding.Global, block, offsets[index]);
        }
    }

    private static List<string> Names(ElfFile elf, ElfSection relocations)
    {
        var table = elf.Section(ElfSection.DynamicSymbolTable);
        var symbols = elf.Content(table);
        var text = elf.Content(table is { Link: > 0 } && table.Link < elf.Sections.Length ? elf.Sections[table.Link] : null);
        var names = new List<string>();
        for (var reader = new SpanReader(elf.Content(relocations)); reader.Remaining >= RelocationBytes;)
        {
            reader.Skip(8);
            var symbol = reader.U64() >> 32;
            var addend = reader.U64();
            names.Add(symbol == 0 ? string.Create(CultureInfo.InvariantCulture, $"*ABS*+0x{addend:x}") : Name(symbols, text, symbol));
        }

        return names;
    }

    private static string Name(byte[] symbols, byte[] text, ulong index)
    {
        var entry = new SpanReader(symbols);
        entry.Seek((long)Math.Min(index * SymbolBytes, int.MaxValue));
        var reader = new SpanReader(text);
        reader.Seek(entry.U32());
        return reader.ZeroTerminatedText();
    }
}
