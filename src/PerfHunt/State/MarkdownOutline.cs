using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfHunt.State;

/// <summary>
/// Finds the headings of a Markdown text as CommonMark does (chapters 4.2, 4.3, 4.5): with number signs or underlined, at any level, not
/// inside fenced code. Other than there, a fence that is never closed is taken for text: it would hide the rest of the journal.
/// </summary>
internal static partial class MarkdownOutline
{
    /// <summary>The headings in their order.</summary>
    public static ImmutableArray<MarkdownHeading> Read(string text)
    {
        var lines = MarkdownLine.Split(text).ToList();
        var headings = ImmutableArray.CreateBuilder<MarkdownHeading>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (EndOfFence(lines, i) is { } end)
            {
                i = end;
            }
            else if (Signed(lines[i]) is { } signed)
            {
                headings.Add(signed);
            }
            else if (i + 1 < lines.Count && Underlined(lines[i], lines[i + 1]) is { } underlined)
            {
                headings.Add(underlined);
                i++;
            }
        }

        return headings.ToImmutable();
    }

    private static MarkdownHeading? Signed(MarkdownLine line) =>
        SignedPattern.Match(line.Text) is { Success: true } match
            ? new MarkdownHeading(line.Start, line.End, match.Groups["signs"].Length, match.Groups["title"].Value)
            : null;

    private static MarkdownHeading? Underlined(MarkdownLine line, MarkdownLine below)
    {
        var isTitle = !line.IsBlank && !line.IsOfList && !line.IsRule && line.Text[0] is not ('>' or '|');
        return isTitle && UnderlinePattern.Match(below.Text) is { Success: true } match
            ? new MarkdownHeading(line.Start, below.End, match.Groups["line"].Value[0] == '=' ? 1 : 2, line.Text.Trim(' ', '\t'))
            : null;
    }

    private static int? EndOfFence(List<MarkdownLine> lines, int from)
    {
        var fence = FencePattern.Match(lines[from].Text).Groups["fence"].Value;
        if (fence.Length == 0)
        {
            return null;
        }

        var end = lines.FindIndex(from + 1, line => IsClosing(line.Text, fence));
        return end < 0 ? null : end;
    }

    private static bool IsClosing(string text, string fence)
    {
        var closing = text.Trim(' ', '\t');
        return closing.Length >= fence.Length && closing.All(c => c == fence[0]) && text.Length - text.TrimStart(' ').Length <= 3;
    }

    [GeneratedRegex(@"^ {0,3}(?<signs>#{1,6})([ \t]+(?<title>.*?))?([ \t]+#+)?[ \t]*$")]
    private static partial Regex SignedPattern { get; }

    [GeneratedRegex(@"^ {0,3}(?<line>=+|-+)[ \t]*$")]
    private static partial Regex UnderlinePattern { get; }

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,})[^`]*$|^ {0,3}(?<fence>~{3,})")]
    private static partial Regex FencePattern { get; }
}
