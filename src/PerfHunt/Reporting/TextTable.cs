namespace PerfHunt.Reporting;

/// <summary>A table for a terminal: columns as wide as their widest cell, numbers to the right.</summary>
public static class TextTable
{
    /// <summary>The lines of the table.</summary>
    /// <param name="head">Heads of the columns.</param>
    /// <param name="rows">The cells, as many as heads.</param>
    /// <param name="numbers">How many columns, from the left, are numbers.</param>
    public static IEnumerable<string> Lines(string[] head, IReadOnlyCollection<string[]> rows, int numbers)
    {
        var widths = head.Select((text, column) => rows.Select(row => row[column].Length).Append(text.Length).Max()).ToArray();
        return rows.Prepend(head).Select(row => string.Join("  ", row.Select((text, column) => column < numbers ? text.PadLeft(widths[column]) : text.PadRight(widths[column]))).TrimEnd());
    }
}
