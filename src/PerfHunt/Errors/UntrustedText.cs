using System.Globalization;
using System.Text;

namespace PerfHunt.Errors;

/// <summary>
/// Text from symbols, sources, tools and agents on its way into a prompt, a ticket or a report: capped, without control and
/// direction characters, and fenced so that it cannot end its own fence. Safety never depends on it; it only keeps readers from being fooled.
/// </summary>
public static class UntrustedText
{
    /// <summary>Longest line that is passed on, characters.</summary>
    public const int LineCap = 400;

    /// <summary>One line: control characters become spaces, direction marks vanish, long text is cut with an ellipsis.</summary>
    public static string Line(string text, int cap = LineCap)
    {
        var kept = new StringBuilder(Math.Min(text.Length, cap) + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length >= cap)
            {
                return kept.Append('…').ToString();
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    kept.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse:
                    break;
                default:
                    kept.Append(rune.ToString());
                    break;
            }
        }

        // A loop driver reads the first promise tag that it finds in our output: none but our own may be one.
        return kept.ToString().TrimEnd()
            .Replace("<promise>", "‹promise›", StringComparison.OrdinalIgnoreCase)
            .Replace("</promise>", "‹/promise›", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The first few of some names in a row, each as <see cref="Line"/>, and how many more there are.</summary>
    /// <param name="names">The names.</param>
    /// <param name="shown">How many are told.</param>
    public static string Names(IReadOnlyCollection<string> names, int shown = 5)
    {
        var more = names.Count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - shown} more") : "";
        return string.Join(", ", names.Take(shown).Select(name => Line(name))) + more;
    }

    /// <summary>Several lines, each as <see cref="Line"/>, at most <paramref name="maxLines"/> of them.</summary>
    public static string Block(string text, int maxLines = 200)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var kept = lines.Take(maxLines).Select(line => Line(line));
        return string.Join('\n', lines.Length > maxLines ? kept.Append($"[{lines.Length - maxLines} more lines left out]") : kept);
    }

    /// <summary>A Markdown fence around the text that is longer than any run of back-ticks in it.</summary>
    public static string Fence(string text, string language = "text")
    {
        var block = Block(text);
        var longestRun = 0;
        for (int i = 0, run = 0; i < block.Length; i++)
        {
            run = block[i] == '`' ? run + 1 : 0;
            longestRun = Math.Max(longestRun, run);
        }

        var fence = new string('`', Math.Max(3, longestRun + 1));
        return $"{fence}{language}\n{block}\n{fence}";
    }

    /// <summary>Inline code for Markdown, safe inside a table.</summary>
    public static string Code(string text)
    {
        var line = Line(text).Replace('|', '¦');
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }
}
