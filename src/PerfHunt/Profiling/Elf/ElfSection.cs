namespace PerfHunt.Profiling.Elf;

/// <summary>One section of a binary (ELF-64 object file format, "Sections").</summary>
/// <param name="Name">Its name, such as <c>.text</c>.</param>
/// <param name="NameOffset">Where its name stands among the names.</param>
/// <param name="Type">SHT_ value.</param>
/// <param name="Flags">SHF_ bits.</param>
/// <param name="Address">Virtual address, 0 when it is not loaded.</param>
/// <param name="Offset">Where it lies in the file.</param>
/// <param name="Size">Its length, bytes.</param>
/// <param name="Link">Index of the section that it refers to.</param>
/// <param name="EntryBytes">Size of one entry in sections that are tables.</param>
internal sealed record ElfSection(
    string Name, uint NameOffset, uint Type, ulong Flags, ulong Address, ulong Offset, ulong Size, int Link, ulong EntryBytes)
{
    public const uint SymbolTable = 2;
    public const uint Note = 7;
    public const uint NoBits = 8;
    public const uint DynamicSymbolTable = 11;
    public const ulong Compressed = 1 << 11;
}
