using System.Text.RegularExpressions;
using PerfHunt.Files;

namespace PerfHunt.State;

/// <summary>
/// One line of a Markdown text, which may be raw (see <see cref="RawText"/>): only ASCII space and tab count as blanks, for the characters of
/// a raw text are bytes, and some bytes of UTF-8 look like blanks of ISO 8859-1.
/// </summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where the next one begins: after the line end, if it has one.</param>
/// <param name="Text">The line without its line end.</param>
internal sealed partial record MarkdownLine(int Start, int End, string Text)
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>True for a line of spaces, or none.</summary>
    public bool IsBlank => Text.All(Blanks.Contains);

    /// <summary>True for a line that draws a rule across the page; between sections it belongs to neither.</summary>
    public bool IsRule => RulePattern.IsMatch(Text);

    /// <summary>True for an item of a list, and for a line that goes on with one.</summary>
    public bool IsOfList => !IsBlank && (Blanks.Contains(Text[0]) || ItemPattern.IsMatch(Text));

    /// <summary>What stands behind the bullet or number of a list item; null for any other line.</summary>
    public string? Item => ItemPattern.Match(Text) is { Success: true } item ? Text[item.Length..].Trim(Blanks) : null;

    /// <summary>The lines of a text. A byte order mark is no part of the first.</summary>
    public static IEnumerable<MarkdownLine> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed + 1;
            var line = text[start..end].TrimEnd('\n').TrimEnd('\r');
            yield return new MarkdownLine(start, end, start == 0 ? WithoutMark(line) : line);
            start = end;
        }
    }

    private static string WithoutMark(string line) =>
        line.StartsWith(RawText.ByteOrderMark, StringComparison.Ordinal) ? line[RawText.ByteOrderMark.Length..] : line;

    [GeneratedRegex(@"^ {0,3}(-[ \t]*){3,}$|^ {0,3}(\*[ \t]*){3,}$|^ {0,3}(_[ \t]*){3,}$")]
    private static partial Regex RulePattern { get; }

    [GeneratedRegex(@"^[ \t]*([-*+]|[0-9]{1,9}[.)])([ \t]+|$)")]
    private static partial Regex ItemPattern { get; }
}
