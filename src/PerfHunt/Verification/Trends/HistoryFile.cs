using System.Text;
using PerfHunt.Errors;

namespace PerfHunt.Verification.Trends;

/// <summary>A history file on disk. It only grows: entries are added at its end in one write and brought to disk.</summary>
public sealed class HistoryFile(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads it; a file that is not there yet holds nothing.</summary>
    public Parsed<History> Read() =>
        File.Exists(path) ? HistoryText.Read(File.ReadAllText(path, Utf8), path) : new History([]);

    /// <summary>Adds entries. A line that was cut off earlier is cut away first, so that ours do not continue it.</summary>
    /// <exception cref="HuntException">The file cannot be written.</exception>
    public void Append(IEnumerable<HistoryEntry> entries) => AppendText(HistoryText.Write(entries));

    /// <summary>Adds the names of trees that have become commits.</summary>
    /// <exception cref="HuntException">The file cannot be written.</exception>
    public void Append(IEnumerable<HistoryName> names) => AppendText(HistoryText.Write(names));

    private void AppendText(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            stream.Position = EndOfLastLine(stream);
            stream.SetLength(stream.Position);
            stream.Write(Utf8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HuntException(
                ExitCode.Precondition,
                $"The history could not be written: {error.Message}",
                "Free disk space or mend the folder's permissions; what was there before is untouched.",
                path,
                error);
        }
    }

    private static long EndOfLastLine(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }
}
