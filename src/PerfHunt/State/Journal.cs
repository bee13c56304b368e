using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PerfHunt.Errors;
using PerfHunt.Files;

namespace PerfHunt.State;

/// <summary>
/// The journal: what was learned, kept from hunt to hunt. People edit it by hand, so an entry is put under its heading and nothing else in
/// the file changes, byte for byte.
/// </summary>
/// <param name="path">The file; made with its five sections by the first entry.</param>
public sealed partial class Journal(string path)
{
    /// <summary>Longest entry, characters; a longer one is cut with an ellipsis.</summary>
    public const int EntryCap = 2000;

    private static readonly ImmutableArray<JournalSection> LessonSections =
        [JournalSection.Findings, JournalSection.OptimizationsApplied, JournalSection.Deferred, JournalSection.Patterns];

    /// <summary>
    /// Puts an entry at the end of a section, as one list item. An entry that the section has already is not put in again, so a step that is
    /// repeated after a crash leaves one. Control and direction characters are taken out, line ends become spaces.
    /// </summary>
    /// <exception cref="HuntException">The file cannot be read or written, or is not a text.</exception>
    public void Add(JournalSection section, string entry)
    {
        var item = SpacesPattern.Replace(UntrustedText.Line(entry, EntryCap), " ").Trim();
        var before = Read();
        var after = item.Length == 0 ? before : new JournalText(before.Length == 0 ? JournalText.Empty : before).Add(section, RawText.Encode(item));
        if (after != before)
        {
            RawText.Write(path, after);
        }
    }

    /// <summary>The functions listed under Noise Functions; none when there is no journal.</summary>
    public ImmutableHashSet<string> NoiseFunctions() =>
        [.. new JournalText(Read()).Lines(JournalSection.NoiseFunctions)
            .Select(line => line.Item)
            .OfType<string>()
            .SelectMany(item => NoiseItem.Functions(RawText.Decode(item)))];

    /// <summary>
    /// What the journal has to say to whoever makes a change: the last lines of each section that holds lessons, under its name.
    /// Untrusted text: people and tools wrote it. Empty when there is nothing.
    /// </summary>
    /// <param name="linesPerSection">Most lines of one section, at least 1.</param>
    public string Lessons(int linesPerSection = 20)
    {
        var journal = new JournalText(Read());
        return string.Join("\n\n", LessonSections.Select(section => Lessons(journal, section, linesPerSection)).Where(text => text.Length > 0));
    }

    private static string Lessons(JournalText journal, JournalSection section, int linesPerSection)
    {
        var lines = journal.Lines(section).Where(line => !line.IsBlank && !line.IsRule).Select(line => UntrustedText.Line(RawText.Decode(line.Text))).ToList();
        var left = lines.Count - linesPerSection;
        var shown = left > 0 ? lines.Skip(left).Prepend($"[{left} earlier lines left out]") : lines;
        return lines.Count == 0 ? "" : string.Join('\n', shown.Prepend($"{JournalText.TitleOf(section)}:"));
    }

    private string Read()
    {
        var text = RawText.Read(path);
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new HuntException(ExitCode.Usage, "The journal is not a text in UTF-8", "Save it as UTF-8, or move it away.", path)
            : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacesPattern { get; }
}
