using PerfHunt.Profiling.Elf;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>The bytes of one section of debug information: read piece by piece, or unpacked as a whole where it is stored compressed.</summary>
internal sealed class DebugSection(ElfFile elf, string name)
{
    private readonly ElfSection? section = elf.Section(name);
    private byte[]? whole;

    /// <summary>All of it; empty when there is none.</summary>
    public byte[] All => whole ??= elf.Content(section);

    /// <summary>Its length, bytes.</summary>
    public long Length => section is null ? 0 : IsPacked ? All.Length : (long)Math.Min(section.Size, long.MaxValue);

    private bool IsPacked => section is not null && (section.Flags & ElfSection.Compressed) != 0;

    /// <summary>A piece; what lies behind the end is left out, so it may be shorter.</summary>
    public ReadOnlyMemory<byte> Piece(long offset, long length)
    {
        if (section is null || offset < 0 || offset >= Length)
        {
            return default;
        }

        length = Math.Min(length, Length - offset);
        return whole is not null || IsPacked ? All.AsMemory((int)offset, (int)length) : elf.Piece(section, (ulong)offset, (ulong)length);
    }
}
