using System.Globalization;

namespace PerfHunt.Tests.Profiling.PerfReport;

/// <summary>Finds the fields of a row by the titles of the table's head.</summary>
internal sealed class PerfReportColumns
{
    private readonly string[] titles;
    private readonly int children;
    private readonly int samples;
    private readonly int period;
    private readonly int module;
    private readonly int symbol;

    private PerfReportColumns(string[] titles)
    {
        this.titles = titles;
        children = Array.IndexOf(titles, PerfReportFormat.Children);
        samples = Array.IndexOf(titles, PerfReportFormat.Samples);
        period = Array.IndexOf(titles, PerfReportFormat.Period);
        module = Array.IndexOf(titles, PerfReportFormat.Module);
        symbol = Array.IndexOf(titles, PerfReportFormat.Symbol);
    }

    /// <summary>True when a comment line is the head of a table.</summary>
    public static bool IsHead(string line) => line.Contains(PerfReportFormat.Separator, StringComparison.Ordinal);

    /// <summary>Reads the head; null and the missing title when it is not the table that we asked for.</summary>
    public static PerfReportColumns? Read(string head, out string? missing)
    {
        var columns = new PerfReportColumns([.. head.TrimStart('#').Split(PerfReportFormat.Separator).Select(title => title.Trim())]);
        string[] needed = [PerfReportFormat.Samples, PerfReportFormat.Period, PerfReportFormat.Module, PerfReportFormat.Symbol];
        missing = needed.FirstOrDefault(title => !columns.titles.Contains(title, StringComparer.Ordinal));
        return missing is null ? columns : null;
    }

    /// <summary>Reads one row; null and the reason when a field is missing or is no number.</summary>
    public PerfReportRow? ReadRow(string line, out string? problem)
    {
        var fields = line.Split(PerfReportFormat.Separator);
        if (fields.Length != titles.Length)
        {
            problem = $"expected {titles.Length} fields between tabs, found {fields.Length}";
            return null;
        }

        if (!TryChildren(fields, out var childrenPercent))
        {
            problem = "expected a percentage under Children";
            return null;
        }

        if (!long.TryParse(fields[samples].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !ulong.TryParse(fields[period].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sum))
        {
            problem = "expected whole numbers under Samples and Period";
            return null;
        }

        var name = fields[symbol].Trim();
        var levelled = name.Length > 4 && name[0] == '[' && name[2] == ']' && name[3] == ' ';
        problem = levelled ? null : "expected a symbol after its level, such as `[.] main`";
        return levelled ? new PerfReportRow(childrenPercent, count, sum, fields[module].Trim(), name[1], name[4..].Trim()) : null;
    }

    // perf 6.1 keeps the column and writes N/A when no chains were recorded; newer ones refuse it.
    private bool TryChildren(string[] fields, out double? percent)
    {
        var text = children < 0 ? "N/A" : fields[children].Trim();
        percent = text.EndsWith('%') && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
        return percent is { } number ? double.IsFinite(number) : text == "N/A";
    }
}
