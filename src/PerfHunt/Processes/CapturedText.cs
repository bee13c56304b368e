using System.Globalization;
using System.Text;

namespace PerfHunt.Processes;

/// <summary>What is kept in memory of a child's output: all of a short one, head and tail of a long one.</summary>
internal static class CapturedText
{
    /// <summary>Reads an output file, of which at most <paramref name="capBytes"/> bytes are kept, half head and half tail.</summary>
    /// <param name="path">The file; a missing one reads as empty.</param>
    /// <param name="capBytes">How many bytes are kept.</param>
    /// <param name="keepControls">False: control characters except line feed and tab are taken out.</param>
    public static string Read(string path, int capBytes, bool keepControls)
    {
        // The child may have put a pipe in the file's place, which has no length either; opening one could wait for ever.
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: > 0 })
        {
            return "";
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length <= capBytes)
        {
            return Decode(Part(file, 0, (int)length), keepControls);
        }

        var half = capBytes / 2;
        var head = WholeCharacters(Part(file, 0, half));
        var tail = WholeCharacters(Part(file, length - half, half));
        var left = length - head.Length - tail.Length;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Decode(head, keepControls)}\n[... {left} bytes left out ...]\n{Decode(tail, keepControls)}");
    }

    /// <summary>The text without control characters other than line feed and tab: it cannot steer a terminal.</summary>
    internal static string Clean(string text) =>
        text.Any(IsUnwanted) ? string.Concat(text.Where(c => !IsUnwanted(c))) : text;

    /// <summary>The bytes without the halves of UTF-8 characters that were cut at either end.</summary>
    internal static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        const int LongestTail = 3;
        var start = 0;
        while (start < Math.Min(LongestTail, bytes.Length) && IsContinuation(bytes[start]))
        {
            start++;
        }

        for (var last = bytes.Length - 1; last >= Math.Max(start, bytes.Length - LongestTail); last--)
        {
            if (!IsContinuation(bytes[last]))
            {
                return bytes.Length - last < SequenceLength(bytes[last]) ? bytes[start..last] : bytes[start..];
            }
        }

        return bytes[start..];
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static int SequenceLength(byte lead) => lead switch
    {
        >= 0xF0 => 4,
        >= 0xE0 => 3,
        >= 0xC0 => 2,
        _ => 1,
    };

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    private static string Decode(ReadOnlySpan<byte> bytes, bool keepControls)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return keepControls ? text : Clean(text);
    }

    private static byte[] Part(Microsoft.Win32.SafeHandles.SafeFileHandle file, long offset, int count)
    {
        var bytes = new byte[count];
        var done = 0;
        for (int read; done < count && (read = RandomAccess.Read(file, bytes.AsSpan(done), offset + done)) > 0;)
        {
            done += read;
        }

        return done == count ? bytes : bytes[..done];
    }
}
