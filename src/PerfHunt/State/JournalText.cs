using System.Collections.Immutable;
using PerfHunt.Files;

namespace PerfHunt.State;

/// <summary>
/// The journal as a text (see <see cref="RawText"/>), and the one way in which it is changed: a list item is put in, all else stays as it is.
/// Pure.
/// </summary>
internal sealed class JournalText
{
    private static readonly ImmutableArray<(JournalSection Section, string Title)> Titles =
    [
        (JournalSection.Findings, "Findings"),
        (JournalSection.OptimizationsApplied, "Optimizations Applied"),
        (JournalSection.Deferred, "Deferred"),
        (JournalSection.Patterns, "Patterns"),
        (JournalSection.NoiseFunctions, "Noise Functions"),
    ];

    private readonly string _text;
    private readonly ImmutableArray<MarkdownHeading> _headings;

    /// <summary>Reads a journal.</summary>
    public JournalText(string text)
    {
        _text = text;
        _headings = MarkdownOutline.Read(text);
    }

    /// <summary>A journal with its sections and nothing in them.</summary>
    public static string Empty { get; } =
        "# Perf Hunt Journal\n" + string.Concat(Titles.Select(pair => $"\n## {pair.Title}\n"));

    /// <summary>The words of a section's heading.</summary>
    public static string TitleOf(JournalSection section) => Titles[(int)section].Title;

    /// <summary>The lines under every heading of a section, headings below it and fences included.</summary>
    public IEnumerable<MarkdownLine> Lines(JournalSection section) =>
        from heading in _headings
        where SectionOf(heading) == section
        from line in MarkdownLine.Split(_text[heading.End..EndOf(heading)])
        select line;

    /// <summary>The text with an item at the end of a section's own list; the same text when the section has that item.</summary>
    /// <param name="section">The section; made in its place when it is missing.</param>
    /// <param name="item">One line, as it stands in the file.</param>
    public string Add(JournalSection section, string item)
    {
        if (Lines(section).Any(line => line.Item == item))
        {
            return _text;
        }

        var first = _headings.FirstOrDefault(heading => SectionOf(heading) == section);
        return first is null ? AddSection(section, item) : AddItem(first, item);
    }

    private string AddItem(MarkdownHeading heading, string item)
    {
        var end = _headings.FirstOrDefault(other => other.Start >= heading.End)?.Start ?? _text.Length;
        var last = LastWithText(_text[heading.End..end]);
        return last is null
            ? Insert(heading.End, $"- {item}", isOfListAbove: false)
            : Insert(heading.End + last.End, $"- {item}", last.IsOfList);
    }

    private string AddSection(JournalSection section, string item)
    {
        var known = _headings.Where(heading => SectionOf(heading) is not null).ToList();
        var before = known.Where(heading => SectionOf(heading) < section).MaxBy(heading => (SectionOf(heading), -heading.Start));
        var after = known.FirstOrDefault(heading => SectionOf(heading) > section);
        var level = known.FirstOrDefault()?.Level ?? 2;
        var end = RawText.LineEnd(_text);
        var block = $"{new string('#', level)} {TitleOf(section)}{end}{end}- {item}";
        var place = before is not null ? EndOfText(EndOf(before)) : after?.Start ?? EndOfText(_text.Length);
        return Insert(place, block, isOfListAbove: false);
    }

    private string Insert(int at, string block, bool isOfListAbove)
    {
        var end = RawText.LineEnd(_text);
        var (above, below) = (_text[..at], _text[at..]);
        var finish = above.Length > 0 && above[^1] != '\n' && above != RawText.ByteOrderMark ? end : "";
        var last = MarkdownLine.Split(above).LastOrDefault();
        var gapAbove = isOfListAbove || last is null or { IsBlank: true } ? "" : end;
        var gapBelow = MarkdownLine.Split(below).FirstOrDefault() is null or { IsBlank: true } ? "" : end;
        return $"{above}{finish}{gapAbove}{block}{end}{gapBelow}{below}";
    }

    /// <summary>Where the last line with text above a place ends.</summary>
    private int EndOfText(int place) => LastWithText(_text[..place])?.End ?? 0;

    private static MarkdownLine? LastWithText(string part)
    {
        var lines = MarkdownLine.Split(part).ToList();
        var last = lines.Count - 1;

        // Right below a line of text, what looks like a rule makes that line a heading.
        while (last >= 0 && (lines[last].IsBlank || (lines[last].IsRule && (last == 0 || lines[last - 1].IsBlank))))
        {
            last--;
        }

        return last < 0 ? null : lines[last];
    }

    private int EndOf(MarkdownHeading heading) =>
        _headings.FirstOrDefault(other => other.Start >= heading.End && (other.Level <= heading.Level || SectionOf(other) is not null))?.Start ?? _text.Length;

    private static JournalSection? SectionOf(MarkdownHeading heading)
    {
        var title = heading.Title.Trim(' ', '\t', ':', '*', '_');
        return Titles.Where(pair => pair.Title.Equals(title, StringComparison.OrdinalIgnoreCase)).Select(pair => (JournalSection?)pair.Section).FirstOrDefault();
    }
}
