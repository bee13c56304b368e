using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>Reads addresses as exception frames write them. Source: Linux Standard Base, "DWARF Exception Header Encoding".</summary>
internal static class FramePointerEncoding
{
    private const byte Absolute = 0x00, FromHere = 0x10, Omitted = 0xff;

    /// <summary>Reads one; null when it counts from something that a file does not tell.</summary>
    /// <param name="reader">Stands at the address.</param>
    /// <param name="encoding">DW_EH_PE_ value.</param>
    /// <param name="sectionAddress">Where the reader's bytes lie in memory.</param>
    public static ulong? Read(ref SpanReader reader, byte encoding, ulong sectionAddress)
    {
        if (encoding == Omitted)
        {
            return null;
        }

        var here = sectionAddress + (ulong)reader.Position;
        ulong? value = (encoding & 0x0f) switch
        {
            0x0 or 0x4 or 0xc => reader.U64(),
            0x1 => reader.Uleb(),
            0x2 => reader.U16(),
            0x3 => reader.U32(),
            0x9 => unchecked((ulong)reader.Sleb()),
            0xa => unchecked((ulong)(short)reader.U16()),
            0xb => unchecked((ulong)reader.I32()),
            _ => null,
        };
        return (encoding & 0x70) switch
        {
            Absolute => value,
            FromHere => value is null ? null : unchecked(here + value.Value),
            _ => null,
        };
    }
}
