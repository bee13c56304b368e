using PerfHunt.Errors;

namespace PerfHunt.Investigation;

/// <summary>The source of a function.</summary>
/// <param name="File">Path of the file, relative to the root.</param>
/// <param name="Line">One-based line of its first line.</param>
/// <param name="Text">The function, or its beginning.</param>
public sealed record SourceExcerpt(string File, int Line, string Text)
{
    // What stands directly above belongs to a function: its comment, its attributes.
    private const int MostLinesAbove = 12;
    private const int MostLines = 160;

    // Most functions that are inlined are shorter than this.
    private const int LinesAround = 15;

    /// <summary>Cuts a function out of its file: from the comment above it to the brace that closes it. Pure.</summary>
    /// <param name="file">Path of the file, relative to the root.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="line">One-based line in which the function begins, as debug information says; it may be the line of its brace.</param>
    /// <returns>Null when the file has no such line.</returns>
    public static SourceExcerpt? Cut(string file, string text, int line)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (line < 1 || line > lines.Length)
        {
            return null;
        }

        var first = line - 1;
        while (first > 0 && line - 1 - first < MostLinesAbove && lines[first - 1].Trim().Length > 0 && !lines[first - 1].StartsWith('}'))
        {
            first--;
        }

        var last = EndOf(lines, line - 1);
        return new(file, first + 1, string.Join('\n', lines[first..(last + 1)]));
    }

    /// <summary>Cuts the lines around a line out of a file: for a function of which only a line is known. Pure.</summary>
    /// <returns>Null when the file has no such line.</returns>
    public static SourceExcerpt? Around(string file, string text, int line)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (line < 1 || line > lines.Length)
        {
            return null;
        }

        var (first, end) = (Math.Max(0, line - 1 - LinesAround), Math.Min(lines.Length, line + LinesAround));
        return new(file, first + 1, string.Join('\n', lines[first..end]));
    }

    // Counts braces without looking into texts and comments: what is shown may be a little long or short, and says where it stands.
    private static int EndOf(string[] lines, int start)
    {
        var depth = 0;
        var isOpen = false;
        for (var i = start; i < lines.Length && i < start + MostLines; i++)
        {
            depth += lines[i].Count(c => c == '{') - lines[i].Count(c => c == '}');
            isOpen |= lines[i].Contains('{', StringComparison.Ordinal);
            if (isOpen && depth <= 0)
            {
                return i;
            }
        }

        return Math.Min(lines.Length, start + MostLines) - 1;
    }

    /// <summary>As a dossier shows it; the source is untrusted text.</summary>
    public string Render() => $"{UntrustedText.Code(FormattableString.Invariant($"{File}:{Line}"))}\n\n{UntrustedText.Fence(Text)}";
}
