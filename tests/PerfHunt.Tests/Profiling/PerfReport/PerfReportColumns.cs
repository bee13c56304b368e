using System.Globalization;

namespace PerfHunt.Tests.Profiling.PerfReport;

/// <summary>Finds the fields of a row by the titles of the table's head.</summary>
internal sealed class PerfReportColumns
{
    private readonly string[] _titles;
    private readonly int _children;
    private readonly int _samples;
    private readonly int _period;
    private readonly int _module;
    private readonly int _symbol;

    private PerfReportColumns(string[] titles)
    {
        _titles = titles;
        _children = Array.IndexOf(titles, PerfReportFormat.Children);
        _samples = Array.IndexOf(titles, PerfReportFormat.Samples);
        _period = Array.IndexOf(titles, PerfReportFormat.Period);
        _module = Array.IndexOf(titles, PerfReportFormat.Module);
        _symbol = Array.IndexOf(titles, PerfReportFormat.Symbol);
    }

    /// <summary>True when a comment line is the head of a table.</summary>
    public static bool IsHead(string line) => line.Contains(PerfReportFormat.Separator, StringComparison.Ordinal);

    /// <summary>Reads the head; null and the missing title when it is not the table that we asked for.</summary>
    public static PerfReportColumns? Read(string head, out string? missing)
    {
        var columns = new PerfReportColumns([.. head.TrimStart('#').Split(PerfReportFormat.Separator).Select(title => title.Trim())]);
        string[] needed = [PerfReportFormat.Samples, PerfReportFormat.Period, PerfReportFormat.Module, PerfReportFormat.Symbol];
        missing = needed.FirstOrDefault(title => !columns._titles.Contains(title, StringComparer.Ordinal));
        return missing is null ? columns : null;
    }

    /// <summary>Reads one row; null and the reason when a field is missing or is no number.</summary>
    public PerfReportRow? ReadRow(string line, out string? problem)
    {
        var fields = line.Split(PerfReportFormat.Separator);
        if (fields.Length != _titles.Length)
        {
            problem = $"expected {_titles.Length} fields between tabs, found {fields.Length}";
            return null;
        }

        if (!TryChildren(fields, out var childrenPercent))
        {
            problem = "expected a percentage under Children";
            return null;
        }

        if (!long.TryParse(fields[_samples].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !ulong.TryParse(fields[_period].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sum))
        {
            problem = "expected whole numbers under Samples and Period";
            return null;
        }

        var name = fields[_symbol].Trim();
        var levelled = name.Length > 4 && name[0] == '[' && name[2] == ']' && name[3] == ' ';
        problem = levelled ? null : "expected a symbol after its level, such as `[.] main`";
        return levelled ? new PerfReportRow(childrenPercent, count, sum, fields[_module].Trim(), name[1], name[4..].Trim()) : null;
    }

    // perf 6.1 keeps the column and writes N/A when no chains were recorded; newer ones refuse it.
    private bool TryChildren(string[] fields, out double? percent)
    {
        var text = _children < 0 ? "N/A" : fields[_children].Trim();
        percent = text.EndsWith('%') && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
        return percent is { } number ? double.IsFinite(number) : text == "N/A";
    }
}
