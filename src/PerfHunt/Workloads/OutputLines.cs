using System.Text;

namespace PerfHunt.Workloads;

/// <summary>Reads output line by line, as bytes, since a program may print anything.</summary>
internal static class OutputLines
{
    /// <summary>A line longer than this is handed on in pieces, so that a gigabyte without a line feed stays out of memory.</summary>
    private const int LongestLineBytes = 1 << 20;

    /// <summary>
    /// The lines of a file with their line feeds; none for a missing file. Text when it is UTF-8, else the bytes one by one as
    /// characters, so that different bytes stay different.
    /// </summary>
    public static IEnumerable<string> Of(string file)
    {
        if (!File.Exists(file))
        {
            yield break;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[LongestLineBytes];
        var filled = 0;
        for (int read; (read = stream.Read(buffer, filled, buffer.Length - filled)) > 0 || filled > 0;)
        {
            filled += read;
            var used = 0;
            for (int length; (length = LineLength(buffer.AsSpan(used, filled - used), last: read == 0 || filled == buffer.Length && used == 0)) > 0;)
            {
                yield return Decode(buffer.AsSpan(used, length));
                used += length;
            }

            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
        }
    }

    private static int LineLength(ReadOnlySpan<byte> bytes, bool last) =>
        bytes.IndexOf((byte)'\n') is var feed and >= 0 ? feed + 1 : last ? bytes.Length : 0;

    private static string Decode(ReadOnlySpan<byte> line) =>
        System.Text.Unicode.Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : $"\ufffe{Encoding.Latin1.GetString(line)}";
}
