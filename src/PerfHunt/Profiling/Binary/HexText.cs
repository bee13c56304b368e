namespace PerfHunt.Profiling.Binary;

/// <summary>Bytes in lower-case hex. Not <c>Convert</c>: its vector code is compiled at run time, which takes longer than the few ids that are written.</summary>
internal static class HexText
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Two digits for each byte.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length * 2];
        for (var index = 0; index < bytes.Length; index++)
        {
            text[2 * index] = Digits[bytes[index] >> 4];
            text[(2 * index) + 1] = Digits[bytes[index] & 0xf];
        }

        return new string(text);
    }
}
