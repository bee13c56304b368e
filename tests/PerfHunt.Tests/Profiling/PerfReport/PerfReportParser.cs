using System.Globalization;
using System.Text.RegularExpressions;
using PerfHunt.Errors;
using PerfHunt.Profiling;

namespace PerfHunt.Tests.Profiling.PerfReport;

/// <summary>
/// Reads the table that <c>perf report</c> prints for <see cref="PerfReportFormat.Arguments"/>. Pure. Self shares come from the
/// sums of periods, not from rounded percentages. Of several events the one with the most samples is read (the first on a tie).
/// </summary>
public static partial class PerfReportParser
{
    private const int ExcerptLength = 120;

    /// <summary>Reads the table.</summary>
    /// <param name="text">What perf printed.</param>
    /// <param name="source">The recording, for the profile and for errors.</param>
    public static Parsed<Profile> Parse(string text, string source)
    {
        var sections = new List<PerfReportSection>();
        long lost = 0;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var problem = line.StartsWith('#') ? ReadComment(line, sections, ref lost) : ReadRow(line, sections.LastOrDefault());
            if (problem is not null)
            {
                return Located(source, number, problem, line);
            }
        }

        if (sections.MaxBy(section => section.Samples) is { } fullest)
        {
            return fullest.ToProfile(source, lost);
        }

        // For a recording without a sample perf prints its comments and no table.
        return number > 1 && text.StartsWith('#')
            ? new Profile(source, "", 0, lost, 0, [])
            : new LocatedError(source, 0, "expected the table of `perf report`, found no line `# Samples: ... of event ...`", Excerpt(text));
    }

    private static string? ReadComment(string line, List<PerfReportSection> sections, ref long lost)
    {
        if (SamplesLine().Match(line) is { Success: true } start)
        {
            sections.Add(new PerfReportSection(start.Groups["event"].Value));
        }
        else if (LostLine().Match(line) is { Success: true } loss)
        {
            return long.TryParse(loss.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out lost) ? null : "expected a number of lost samples";
        }
        else if (PerfReportColumns.IsHead(line) && sections.LastOrDefault() is { } section)
        {
            section.Columns = PerfReportColumns.Read(line, out var missing);
            return missing is null ? null : $"expected a column '{missing}'";
        }

        return null;
    }

    private static string? ReadRow(string line, PerfReportSection? section)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        if (section?.Columns is not { } columns)
        {
            return "expected the head of the table before its rows";
        }

        if (columns.ReadRow(line, out var problem) is not { } row)
        {
            return problem;
        }

        section.Add(row);
        return null;
    }

    private static LocatedError Located(string source, int line, string problem, string excerpt) =>
        new($"perf report of {source}", line, problem, Excerpt(excerpt));

    private static string Excerpt(string text) => UntrustedText.Line(text.Length > ExcerptLength ? text[..ExcerptLength] : text, ExcerptLength);

    [GeneratedRegex(@"^# Samples: \S+ +of events? '(?<event>[^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex SamplesLine();

    [GeneratedRegex(@"^# Total Lost Samples: (?<count>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex LostLine();
}
