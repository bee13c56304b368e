using System.Collections.Immutable;
using System.Text;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.Reporting;

namespace PerfHunt.Loop.Checkups;

/// <summary>Everything that a hunt in a repository rests on, and how it was found.</summary>
/// <param name="Repository">The repository's root.</param>
/// <param name="Rows">What was looked at, in order.</param>
public sealed record CheckupReport(string Repository, ImmutableArray<CheckupRow> Rows)
{
    private const int SchemaVersion = 1;
    private static readonly string[] Head = ["", "Looked at", "Found"];

    /// <summary>True when nothing stands in the way of a hunt.</summary>
    public bool CanRun => Rows.All(row => row.State is CheckupState.Good or CheckupState.Caution);

    /// <summary>For a terminal: the table, each remedy below its row.</summary>
    public string Plain()
    {
        var lines = TextTable.Lines(Head, [.. Rows.Select(row => new[] { Mark(row.State), row.Subject, UntrustedText.Line(row.Found) })], 0).ToList();
        var text = new StringBuilder().AppendLine(lines[0]);
        var indent = new string(' ', lines[0].IndexOf(Head[^1], StringComparison.Ordinal));
        foreach (var (line, row) in lines.Skip(1).Zip(Rows))
        {
            text.AppendLine(line);
            text.Append(row.Remedy.Length > 0 ? $"{indent}-> {UntrustedText.Block(row.Remedy, maxLines: 4).TrimEnd().ReplaceLineEndings(" ")}{Environment.NewLine}" : "");
        }

        return text.AppendLine().AppendLine(Summary()).ToString();
    }

    /// <summary>The same for programs.</summary>
    public JObject ToJson() => new()
    {
        ["schema_version"] = SchemaVersion,
        ["kind"] = "doctor",
        ["repository"] = Repository,
        ["can_run"] = CanRun,
        ["rows"] = new JArray(Rows.Select(row => new JObject
        {
            ["subject"] = row.Subject,
            ["state"] = row.State.ToString().ToLowerInvariant(),
            ["found"] = row.Found,
            ["remedy"] = row.Remedy,
        })),
    };

    private string Summary()
    {
        var (faults, cautions) = (Rows.Count(row => row.State == CheckupState.Fault), Rows.Count(row => row.State == CheckupState.Caution));
        return CanRun
            ? FormattableString.Invariant($"The hunt can run{(cautions > 0 ? $"; {cautions} of the rows above would make it better" : "")}.")
            : FormattableString.Invariant($"The hunt cannot run: {faults} {(faults == 1 ? "row" : "rows")} marked FAULT.");
    }

    private static string Mark(CheckupState state) => state switch
    {
        CheckupState.Good => "ok",
        CheckupState.Caution => "note",
        CheckupState.Fault => "FAULT",
        _ => "-",
    };
}
