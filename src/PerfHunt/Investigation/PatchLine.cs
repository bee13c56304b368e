using System.Collections.Immutable;
using System.Globalization;

namespace PerfHunt.Investigation;

/// <summary>A line that a patch adds or removes.</summary>
/// <param name="File">The path, relative to the root.</param>
/// <param name="Line">One-based line of the new file; for a removed line, where it would stand.</param>
/// <param name="IsAdded">True for an added line, false for a removed one.</param>
/// <param name="Text">The line without its mark.</param>
public sealed record PatchLine(string File, int Line, bool IsAdded, string Text)
{
    /// <summary>The added and removed lines of a unified diff as git writes it. Never throws; what is no diff has none.</summary>
    public static ImmutableArray<PatchLine> Read(string patch)
    {
        var lines = ImmutableArray.CreateBuilder<PatchLine>();
        var (file, line, before, after) = ("", 0, 0, 0);
        foreach (var text in patch.Split('\n'))
        {
            var isInHunk = before > 0 || after > 0;
            if (isInHunk && text.StartsWith('\\'))
            {
                continue;
            }

            switch (isInHunk && text.Length > 0 ? text[0] : '\0')
            {
                case '+':
                    lines.Add(new(file, line, true, text[1..]));
                    (line, after) = (line + 1, after - 1);
                    break;
                case '-':
                    lines.Add(new(file, line, false, text[1..]));
                    before--;
                    break;
                case '\0' when !isInHunk:
                    file = FileOf(text) ?? file;
                    (line, before, after) = HunkOf(text);
                    break;
                default:
                    (line, before, after) = (line + 1, before - 1, after - 1);
                    break;
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>The paths that a diff names, in order.</summary>
    public static ImmutableArray<string> Files(string patch) => [.. Read(patch).Select(line => line.File).Distinct(StringComparer.Ordinal)];

    // A removed file is named by its old side: its new side is /dev/null.
    private static string? FileOf(string text) =>
        text.StartsWith("+++ b/", StringComparison.Ordinal) || text.StartsWith("--- a/", StringComparison.Ordinal) ? text[6..].TrimEnd('\t')
        : text.StartsWith("+++ \"b/", StringComparison.Ordinal) || text.StartsWith("--- \"a/", StringComparison.Ordinal) ? text[7..].TrimEnd('"')
        : null;

    // @@ -12,3 +12,4 @@ : a count that is left out is 1.
    private static (int Line, int Before, int After) HunkOf(string text)
    {
        var fields = text.Split(' ');
        return fields is ["@@", ['-', .. var old], ['+', .. var now], "@@", ..] ? (Part(now, 0), Part(old, 1), Part(now, 1)) : (0, 0, 0);
    }

    private static int Part(string range, int index)
    {
        var parts = range.Split(',');
        return index >= parts.Length ? 1 : int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }
}
