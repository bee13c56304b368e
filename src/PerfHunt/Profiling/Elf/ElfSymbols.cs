using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Elf;

/// <summary>Reads the functions of a binary from a symbol table. Source: the ELF-64 object file format, "Symbol table".</summary>
internal static class ElfSymbols
{
    private const int EntryBytes = 24;
    private const int Label = 0, Data = 1, Function = 2, IndirectFunction = 10;
    private const ushort Undefined = 0, Absolute = 0xfff1;
    private const ushort Arm64 = 183;

    /// <summary>Adds what a table names to a list; nothing when there is no such table.</summary>
    public static void AddTo(SymbolTableBuilder symbols, ElfFile elf, uint tableType)
    {
        if (elf.Section(tableType) is not { } section)
        {
            return;
        }

        var table = elf.Content(section);
        var names = elf.Content(section.Link > 0 && section.Link < elf.Sections.Length ? elf.Sections[section.Link] : null);
        var text = symbols.AddText(names);
        for (var reader = new SpanReader(table); reader.Remaining >= EntryBytes;)
        {
            var name = reader.U32();
            var (info, _, place) = (reader.U8(), reader.U8(), reader.U16());
            var (address, size) = (reader.U64(), reader.U64());
            if (Counts(info & 0xf, place) && name < names.Length && names[name] != 0 && !IsMark(elf.Machine, names, (int)name))
            {
                symbols.Add(address, size, (SymbolBinding)(info >> 4), text, (int)name);
            }
        }
    }

    // Labels are functions of hand-written assembly; data may lie between functions and must not lend them its addresses.
    // Absolute ones, such as the versions that libraries define at address 0, are no places.
    private static bool Counts(int type, ushort place) => place is not (Undefined or Absolute) && type is (Function or IndirectFunction or Data or Label);

    // arm64 marks code and data with $x and $d.
    private static bool IsMark(ushort machine, byte[] names, int name) => machine == Arm64 && names[name] == (byte)'$';
}
