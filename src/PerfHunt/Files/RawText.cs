using System.Text;
using PerfHunt.Errors;

namespace PerfHunt.Files;

/// <summary>
/// The content of a text file that other people own, one character a byte (ISO 8859-1), so that what we do not touch goes back to disk
/// byte for byte whatever its encoding, line ends and flaws are. ASCII can be searched as it stands.
/// </summary>
internal static class RawText
{
    /// <summary>The byte order mark of UTF-8, as it looks here.</summary>
    public const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    /// <summary>Reads a file; empty when there is none.</summary>
    /// <exception cref="HuntException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.Exists(path) ? Encoding.Latin1.GetString(File.ReadAllBytes(path)) : "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new HuntException(ExitCode.Precondition, $"A file cannot be read: {fault.Message}", "Make it readable.", path, fault);
        }
    }

    /// <summary>Replaces a file atomically.</summary>
    /// <exception cref="HuntException">The file cannot be written; what was there before is untouched.</exception>
    public static void Write(string path, string raw) => AtomicFile.Write(path, Encoding.Latin1.GetBytes(raw));

    /// <summary>A text of ours as it looks in such a file, in UTF-8.</summary>
    public static string Encode(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>What a piece of such a file says, read as UTF-8; bytes that are none become U+FFFD.</summary>
    public static string Decode(string raw) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(raw));

    /// <summary>The line end that a text uses first; a line feed when it has none.</summary>
    public static string LineEnd(string raw)
    {
        var end = raw.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && raw[end - 1] == '\r' ? "\r\n" : "\n";
    }
}
