using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PerfHunt.Files;

namespace PerfHunt.Tickets;

/// <summary>
/// A ticket's file as tk writes it (<c>tk create</c>, <c>tk add-note</c>, <c>tk status</c> of github.com/wedow/ticket, 0.3): front matter
/// between two <c>---</c> lines, the title, the parts. Existing files are raw texts (see <see cref="RawText"/>). Pure.
/// </summary>
internal static partial class TicketFile
{
    private const string Fence = "---";

    /// <summary>A new ticket's file.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="id">Its id.</param>
    /// <param name="created">When; written in UTC to the second.</param>
    public static string Render(NewTicket ticket, string id, DateTimeOffset created)
    {
        var text = new StringBuilder();
        foreach (var line in FrontMatter(ticket, id, created))
        {
            text.Append(line).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"# {TicketText.Title(ticket.Title)}\n\n");
        Part(text, "", ticket.Description);
        Part(text, "## Design\n\n", ticket.Design);
        Part(text, "## Acceptance Criteria\n\n", ticket.Acceptance);
        return RawText.Encode(text.ToString());
    }

    /// <summary>A time as tickets have it: UTC, <c>2026-01-02T03:04:05Z</c>.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>A status as tickets have it.</summary>
    public static string Word(TicketStatus status) => status switch
    {
        TicketStatus.Open => "open",
        TicketStatus.InProgress => "in_progress",
        TicketStatus.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The value of a field of the front matter; null when it has none.</summary>
    public static string? Field(string raw, string key)
    {
        var (start, end) = FrontMatter(raw);
        var field = FieldPattern(key).Match(raw, start, end - start);
        return field.Success ? RawText.Decode(field.Groups["value"].Value).Trim() : null;
    }

    /// <summary>The ticket with another status; unchanged when it has no front matter. The body is left alone.</summary>
    public static string WithStatus(string raw, TicketStatus status)
    {
        var (start, end) = FrontMatter(raw);
        var field = FieldPattern("status").Match(raw, start, end - start);
        var line = $"status: {Word(status)}";
        return field.Success ? $"{raw[..field.Index]}{line}{raw[(field.Index + field.Length)..]}"
            : end > 0 ? raw.Insert(start, $"{line}{RawText.LineEnd(raw)}")
            : raw;
    }

    /// <summary>The ticket with a note at its end, under a heading for notes.</summary>
    public static string WithNote(string raw, DateTimeOffset time, string text)
    {
        var heading = NotesPattern.IsMatch(raw) ? "" : "\n## Notes\n";
        return $"{raw}{heading}\n**{Time(time)}**\n\n{RawText.Encode(text)}\n";
    }

    /// <summary>The texts of the notes, oldest first.</summary>
    public static ImmutableArray<string> Notes(string raw)
    {
        var marks = NotePattern.Matches(raw);
        return [.. marks.Select((mark, i) =>
            RawText.Decode(raw[(mark.Index + mark.Length)..(i + 1 < marks.Count ? marks[i + 1].Index : raw.Length)]).Trim('\r', '\n'))];
    }

    private static IEnumerable<string> FrontMatter(NewTicket ticket, string id, DateTimeOffset created)
    {
        string[] fixedLines =
        [
            Fence, $"id: {id}", $"status: {Word(TicketStatus.Open)}", "deps: []", "links: []", $"created: {Time(created)}",
            $"type: {TicketText.Field(ticket.Type)}", string.Create(CultureInfo.InvariantCulture, $"priority: {ticket.Priority}"),
        ];
        (string Key, string Value)[] optional =
        [
            ("assignee", TicketText.Field(ticket.Assignee)),
            ("external-ref", TicketText.Field(ticket.ExternalRef)),
            ("parent", TicketText.Field(ticket.Parent)),
            ("tags", ticket.Tags.IsEmpty ? "" : $"[{string.Join(", ", ticket.Tags.Select(TicketText.Tag))}]"),
        ];
        return [.. fixedLines, .. optional.Where(field => field.Value.Length > 0).Select(field => $"{field.Key}: {field.Value}"), Fence];
    }

    private static void Part(StringBuilder text, string heading, string content)
    {
        var body = TicketText.Body(content);
        if (body.Length > 0)
        {
            text.Append(heading).Append(body).Append("\n\n");
        }
    }

    /// <summary>Where the front matter's lines begin and end; both 0 when there is none.</summary>
    private static (int Start, int End) FrontMatter(string raw)
    {
        var match = FrontMatterPattern.Match(raw);
        return match.Success ? (match.Groups["fields"].Index, match.Groups["fields"].Index + match.Groups["fields"].Length) : (0, 0);
    }

    // The end of a pattern stops before a carriage return, so that the line ends of a file stay as they are.
    private static Regex FieldPattern(string key) => new($@"^{Regex.Escape(key)}:[ \t]*(?<value>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\A(\u00EF\u00BB\u00BF)?---[ \t]*\r?\n(?<fields>(?:(?!---[ \t]*(\r?\n|\z))[^\n]*\n)*)---[ \t]*(\r?\n|\z)")]
    private static partial Regex FrontMatterPattern { get; }

    [GeneratedRegex(@"^## Notes", RegexOptions.Multiline)]
    private static partial Regex NotesPattern { get; }

    [GeneratedRegex(@"^\*\*[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z\*\*\r?\n", RegexOptions.Multiline)]
    private static partial Regex NotePattern { get; }
}
