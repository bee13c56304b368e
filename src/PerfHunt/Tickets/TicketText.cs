using System.Text.RegularExpressions;
using PerfHunt.Errors;

namespace PerfHunt.Tickets;

/// <summary>Makes texts fit for a ticket: without control and direction characters, capped, and nothing in them that tk would take for its own.</summary>
public static partial class TicketText
{
    /// <summary>Longest title, characters.</summary>
    public const int TitleCap = 200;

    /// <summary>Most lines of a description or a note; each is capped as <see cref="UntrustedText.LineCap"/> says.</summary>
    public const int BodyLines = 400;

    /// <summary>
    /// A title: one line without <c>|</c>, which tk's listings split at, and without dashes in front, which would make it an option.
    /// <c>Untitled</c> when nothing is left.
    /// </summary>
    public static string Title(string text)
    {
        var title = Field(text.Replace("|", "", StringComparison.Ordinal), TitleCap).TrimStart('-', ' ');
        return title.Length == 0 ? "Untitled" : title;
    }

    /// <summary>The value of a field of the front matter: one line.</summary>
    public static string Field(string text, int cap = TitleCap) => SpacesPattern.Replace(UntrustedText.Line(text, cap), " ").Trim();

    /// <summary>A tag: one line without what separates and encloses tags.</summary>
    public static string Tag(string text) => Field(TagPattern.Replace(text, ""));

    /// <summary>
    /// A description or a note. Lines that tk would rewrite (<c>status:</c> and the other keys), that would open the front matter again
    /// (<c>---</c>) or pass for the list of notes are indented by one space; so is a text that the shell's echo takes for its options.
    /// </summary>
    public static string Body(string text)
    {
        var body = UntrustedText.Block(text.Trim('\r', '\n'), BodyLines).TrimStart('\n').TrimEnd();
        return EchoOptionPattern.IsMatch(body) ? $" {body}" : ReservedPattern.Replace(body, " $0");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacesPattern { get; }

    [GeneratedRegex(@"[\[\],]")]
    private static partial Regex TagPattern { get; }

    [GeneratedRegex(@"^(---|## Notes|\*\*[0-9]{4}-|(id|status|deps|links|created|type|priority|assignee|external-ref|parent|tags):)", RegexOptions.Multiline)]
    private static partial Regex ReservedPattern { get; }

    [GeneratedRegex(@"^-[neE]+$")]
    private static partial Regex EchoOptionPattern { get; }
}
