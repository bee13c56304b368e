using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PerfHunt.Errors;

namespace PerfHunt.Reporting;

/// <summary>The summary of a hunt for people: as plain text and as Markdown.</summary>
public static class SummaryText
{
    // Long names are cut in the terminal only; the Markdown has them whole.
    private const int WidestColumn = 46;

    /// <summary>For a terminal.</summary>
    public static string Plain(HuntReport report)
    {
        var rows = SummaryTable.Rows(report.State).Select(row => row.Select(cell => Cut(cell)).ToImmutableArray()).Prepend(SummaryTable.Head).ToList();
        var widths = Enumerable.Range(0, SummaryTable.Head.Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            text.Append(index == 0 ? string.Join("  ", widths.Select(width => new string('-', width))) + Environment.NewLine : "");
        }

        return text.AppendLine().AppendJoin(Environment.NewLine, Sentences(report)).AppendLine().ToString();
    }

    /// <summary>As Markdown, for CI and the workspace.</summary>
    public static string Markdown(HuntReport report)
    {
        var text = new StringBuilder("# PerfHunt\n\n");
        text.AppendJoin("\n", Sentences(report).Select(sentence => $"- {EscapeText(sentence)}")).Append("\n\n");
        AppendRow(text, SummaryTable.Head);
        AppendRow(text, SummaryTable.Head.Select(_ => "---"));
        foreach (var row in SummaryTable.Rows(report.State))
        {
            AppendRow(text, row.Select(Escape));
        }

        return text.ToString();
    }

    /// <summary>How it ended, what was committed, what it brought, how long it took: what of it is known.</summary>
    public static IEnumerable<string> Sentences(HuntReport report)
    {
        if (report.Hunt.FinishReason.Length > 0)
        {
            yield return $"The hunt ended because {report.Hunt.FinishReason}.";
        }

        var count = report.CommitCount;
        yield return count == 0
            ? "Nothing was committed."
            : $"{count} {(count == 1 ? "fix is" : "fixes are")} committed on the branch {report.Branch} (`git -C {report.Repository} log {report.Branch}`).";
        if (report.Hunt.Closing is { } closing)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The final tree against the first: {Figures.Change(closing)} time over the suite, {Figures.Speedup(closing.EffectPct):0.00} times as fast.");
            if (closing.Size is { } size)
            {
                yield return $"Its size: {size.Reason}.";
            }
        }

        foreach (var one in report.Hunt.LeftOut)
        {
            yield return $"Left out, {one.Title} ({Figures.ShortId(one.Commit)}): {one.Reason}.";
        }

        var timeline = report.Timeline;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"It took {Figures.Duration(timeline.TotalSeconds)}, of which the loop itself {Figures.Duration(timeline.LoopSeconds)} ({timeline.LoopPercent:0.0} %).");
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    // What stands between back-ticks is code, where nothing is markup and a backslash would be shown.
    internal static string EscapeText(string sentence) =>
        string.Join('`', sentence.Split('`').Select((part, index) => index % 2 == 0 ? Escape(part) : UntrustedText.Line(part)));

    // Names and titles come from outside: nothing of them may become a tag, a link or a cell border.
    private static string Escape(string cell)
    {
        var escaped = new StringBuilder();
        foreach (var c in UntrustedText.Line(cell))
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '|' or '[' or ']' or '*' or '_' or '\\' or '!' => $"\\{c}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string Cut(string cell) => cell.Length <= WidestColumn ? cell : $"{cell[..(WidestColumn - 1)]}…";
}
