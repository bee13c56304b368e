using System.Buffers.Binary;
using System.Text;

namespace PerfHunt.Profiling.Binary;

/// <summary>
/// Reads little-endian fields one after the other. Nothing throws: a read past the end gives zero and sets <see cref="Overrun"/>,
/// so a parser reads what it expects and asks once at the end whether it was all there.
/// </summary>
internal ref struct SpanReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Offset of the next byte.</summary>
    public int Position { get; private set; }

    /// <summary>True once something was asked for that is not there.</summary>
    public bool Overrun { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _bytes.Length - Position;

    /// <summary>True when all bytes were read, or too many asked for.</summary>
    public readonly bool AtEnd => Overrun || Position >= _bytes.Length;

    /// <summary>One byte.</summary>
    public byte U8() => Take(1) is { Length: 1 } field ? field[0] : (byte)0;

    /// <summary>Two bytes.</summary>
    public ushort U16() => Take(2) is { Length: 2 } field ? BinaryPrimitives.ReadUInt16LittleEndian(field) : (ushort)0;

    /// <summary>Four bytes.</summary>
    public uint U32() => Take(4) is { Length: 4 } field ? BinaryPrimitives.ReadUInt32LittleEndian(field) : 0;

    /// <summary>Four bytes, signed.</summary>
    public int I32() => unchecked((int)U32());

    /// <summary>Eight bytes.</summary>
    public ulong U64() => Take(8) is { Length: 8 } field ? BinaryPrimitives.ReadUInt64LittleEndian(field) : 0;

    /// <summary>A number of any length, seven bits a byte (DWARF 5, 7.6); bits past the 64th are dropped.</summary>
    public ulong Uleb()
    {
        if (Position < _bytes.Length && _bytes[Position] < 0x80)
        {
            return _bytes[Position++];
        }

        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = U8();
            value |= shift < 64 ? (ulong)(part & 0x7f) << shift : 0;
            if ((part & 0x80) == 0)
            {
                return value;
            }
        }
    }

    /// <summary>The same, signed.</summary>
    public long Sleb()
    {
        long value = 0;
        var shift = 0;
        byte part;
        do
        {
            part = U8();
            value |= shift < 64 ? (long)(part & 0x7f) << shift : 0;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        return shift < 64 && (part & 0x40) != 0 ? value | (-1L << shift) : value;
    }

    /// <summary>The next bytes as they are; empty when there are not that many.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Remaining)
        {
            Overrun = true;
            Position = _bytes.Length;
            return [];
        }

        var field = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return field;
    }

    /// <summary>Leaves bytes out.</summary>
    public void Skip(long count) => Take(count);

    /// <summary>Moves on to a multiple of <paramref name="alignment"/> bytes from the start.</summary>
    public void Align(int alignment) => Skip((alignment - (Position % alignment)) % alignment);

    /// <summary>Goes to an offset from the start.</summary>
    public void Seek(long offset)
    {
        if (offset < 0 || offset > _bytes.Length)
        {
            Overrun = true;
            Position = _bytes.Length;
            return;
        }

        Position = (int)offset;
    }

    /// <summary>Bytes up to a zero byte, which is read too; the rest when there is none.</summary>
    public ReadOnlySpan<byte> ZeroTerminated()
    {
        var rest = _bytes[Position..];
        var length = rest.IndexOf((byte)0);
        Position += length < 0 ? rest.Length : length + 1;
        return length < 0 ? rest : rest[..length];
    }

    /// <summary>The same as text (UTF-8; what is not becomes U+FFFD).</summary>
    public string ZeroTerminatedText() => Encoding.UTF8.GetString(ZeroTerminated());
}
