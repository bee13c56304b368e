using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>What the rules of many functions have in common (CIE).</summary>
/// <param name="CodeAlignment">Factor of advances.</param>
/// <param name="DataAlignment">Factor of offsets.</param>
/// <param name="PointerEncoding">How addresses are written.</param>
/// <param name="HasAugmentation">Whether entries have further data.</param>
/// <param name="IsSignal">Whether its functions are frames of signals.</param>
/// <param name="ProgramStart">Where the first instructions begin in the section.</param>
/// <param name="ProgramEnd">Where they end.</param>
internal sealed record FrameCommon(
    ulong CodeAlignment, long DataAlignment, byte PointerEncoding, bool HasAugmentation, bool IsSignal, int ProgramStart, int ProgramEnd)
{
    /// <summary>Reads the one at a place; null when it is damaged, or not as we know it.</summary>
    public static FrameCommon? Read(byte[] section, int at)
    {
        var reader = new SpanReader(section);
        reader.Seek(at);
        ulong length = reader.U32();
        length = length == uint.MaxValue ? reader.U64() : length;
        var end = reader.Position + (long)Math.Min(length, int.MaxValue);
        var (id, version) = (reader.U32(), reader.U8());
        var augmentation = reader.ZeroTerminated();
        if (id != 0 || version is not (1 or 3) || end > section.Length || (augmentation.Length > 0 && augmentation[0] != (byte)'z'))
        {
            return null;
        }

        var (code, data) = (reader.Uleb(), reader.Sleb());
        var returnAddress = version == 1 ? reader.U8() : reader.Uleb();
        if (returnAddress != UnwindRow.ReturnAddress)
        {
            return null;
        }

        var (encoding, isSignal) = Augmentation(ref reader, augmentation);
        return reader.Overrun || reader.Position > end ? null : new FrameCommon(code, data, encoding, augmentation.Length > 0, isSignal, reader.Position, (int)end);
    }

    private static (byte Encoding, bool IsSignal) Augmentation(ref SpanReader reader, ReadOnlySpan<byte> letters)
    {
        byte encoding = 0;
        var isSignal = false;
        if (letters.IsEmpty)
        {
            return (encoding, isSignal);
        }

        var length = reader.Uleb();
        var end = reader.Position + (long)Math.Min(length, int.MaxValue);
        foreach (var letter in letters[1..])
        {
            switch ((char)letter)
            {
                case 'R':
                    encoding = reader.U8();
                    break;
                case 'P':
                    FramePointerEncoding.Read(ref reader, reader.U8(), 0);
                    break;
                case 'L':
                    reader.U8();
                    break;
                case 'S':
                    isSignal = true;
                    break;
            }
        }

        reader.Seek(end);
        return (encoding, isSignal);
    }
}
