using PerfHunt.Profiling.Elf;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>The bytes of one section of debug information: read piece by piece, or unpacked as a whole where it is stored compressed.</summary>
internal sealed class DebugSection(ElfFile elf, string name)
{
    private const int FirstLookBytes = 256;

    // No compiler makes longer names.
    private const int LongestText = 1 << 24;

    // A damaged file may tell of gigabytes that are not there.
    private readonly ElfSection? _section = elf.Section(name) is { } found && elf.Holds(found) ? found : null;
    private byte[]? _whole;
    private byte[] _buffer = [];

    /// <summary>All of it; empty when there is none.</summary>
    public byte[] All => _whole ??= elf.Content(_section);

    /// <summary>Its length, bytes.</summary>
    public long Length => _section is null ? 0 : IsPacked ? All.Length : (long)Math.Min(_section.Size, long.MaxValue);

    private bool IsPacked => _section is not null && (_section.Flags & ElfSection.Compressed) != 0;

    /// <summary>A piece; what lies behind the end is left out, so it may be shorter.</summary>
    public ReadOnlyMemory<byte> Piece(long offset, long length)
    {
        if (_section is null || offset < 0 || offset >= Length)
        {
            return default;
        }

        length = Math.Min(length, Length - offset);
        return _whole is not null || IsPacked ? All.AsMemory((int)offset, (int)length) : elf.Piece(_section, (ulong)offset, (ulong)length);
    }

    /// <summary>A piece that is good until the next one is read this way: the large ones share one piece of memory.</summary>
    public ReadOnlySpan<byte> LargePiece(long offset, long length)
    {
        if (_section is null || offset < 0 || offset >= Length)
        {
            return [];
        }

        length = Math.Min(length, Length - offset);
        if (_whole is not null || IsPacked)
        {
            return All.AsSpan((int)offset, (int)length);
        }

        if (_buffer.Length < length)
        {
            _buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(length, Array.MaxLength));
        }

        return _buffer.AsSpan(0, elf.Read(_section, offset, _buffer.AsSpan(0, (int)Math.Min(length, _buffer.Length))));
    }

    /// <summary>The text at a place, up to a zero byte; empty when there is none.</summary>
    public ReadOnlySpan<byte> Text(ulong offset)
    {
        if (_section is null || offset >= (ulong)Length)
        {
            return [];
        }

        if (_whole is not null || IsPacked)
        {
            return Terminated(All.AsSpan((int)offset));
        }

        // Most names are shorter; a second look is rare.
        Span<byte> near = stackalloc byte[FirstLookBytes];
        var count = elf.Read(_section, (long)offset, near);
        var end = near[..count].IndexOf((byte)0);
        return end >= 0 ? near[..end].ToArray() : count < near.Length ? near[..count].ToArray() : Terminated(LongText((long)offset));
    }

    private ReadOnlySpan<byte> LongText(long offset)
    {
        var text = Array.Empty<byte>();
        for (var length = FirstLookBytes * 8; text.AsSpan().IndexOf((byte)0) < 0 && (text.Length == 0 || text.Length < Length - offset); length = Math.Min(length * 8, LongestText))
        {
            text = Piece(offset, length).ToArray();
            if (length == LongestText)
            {
                break;
            }
        }

        return text;
    }

    private static ReadOnlySpan<byte> Terminated(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }
}
