using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.Profiling.Annotation;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Reporting;

/// <summary>An annotated function for a terminal and for programs.</summary>
public static class AnnotationText
{
    private const int ShownLines = 20;
    private const int ShownNeighbours = 10;

    /// <summary>Lines for a terminal.</summary>
    /// <param name="annotation">The function.</param>
    /// <param name="neighbours">Its callers and callees; null when they are not known.</param>
    /// <param name="code">The text of a source line, or null: file as the compiler wrote it, one-based line.</param>
    /// <param name="shortened">The path of a source as people know it, from the one that the compiler wrote.</param>
    public static IEnumerable<string> Plain(FunctionAnnotation annotation, CallNeighbours? neighbours, Func<string, int, string?> code, Func<string, string> shortened)
    {
        var mostly = InlinedShareText(annotation);
        yield return string.Create(CultureInfo.InvariantCulture, $"{UntrustedText.Line(annotation.Symbol)}: {annotation.Self.Percent:0.00} % self, {Children(neighbours)}{annotation.Samples} samples{(annotation.IsInlined ? ", all of it where it was inlined into others" : "")}{mostly}");
        foreach (var part in new[]
        {
            Section("Its own lines (inlined calls count at their line)", LineTable(annotation.OwnLines, code, shortened, withFunction: false)),
            Section("Hottest lines, wherever they were written", annotation.Inlined.IsEmpty ? [] : LineTable(annotation.InnermostLines, code, shortened, withFunction: true)),
            Section("Inlined into it", Inlined(annotation, shortened)),
            Section("Hottest instructions", Instructions(annotation, shortened)),
            Section("Callers", Neighbours(neighbours?.Callers)),
            Section("Callees", Neighbours(neighbours?.Callees)),
        })
        {
            foreach (var line in part)
            {
                yield return line;
            }
        }

        if (annotation.WithoutLinePercent > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"\nNo source line is known of {annotation.WithoutLinePercent:0.00} % of its samples.");
        }
    }

    /// <summary>The same as JSON.</summary>
    public static JObject Json(FunctionAnnotation annotation, CallNeighbours? neighbours) => new()
    {
        ["function"] = annotation.Symbol,
        ["self_percent"] = annotation.Self.Percent,
        ["children_percent"] = neighbours?.ChildrenPercent,
        ["samples"] = annotation.Samples,
        ["without_line_percent_of_function"] = annotation.WithoutLinePercent,
        ["own_lines"] = new JArray(annotation.OwnLines.Select(Json)),
        ["innermost_lines"] = new JArray(annotation.InnermostLines.Select(Json)),
        ["inlined"] = new JArray(annotation.Inlined.Select(one => Shared(one.Self, ("function", one.Function), ("file", one.File), ("line", one.Line)))),
        ["instructions"] = new JArray(annotation.Instructions.Select(one => Shared(one.Self, ("address", $"0x{one.Address:x}"), ("text", one.Text), ("file", one.File), ("line", one.Line)))),
        ["callers"] = new JArray((neighbours?.Callers ?? []).Select(Json)),
        ["callees"] = new JArray((neighbours?.Callees ?? []).Select(Json)),
    };

    private static string Children(CallNeighbours? neighbours) => neighbours is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{neighbours.ChildrenPercent:0.00} % with what it calls, ");

    private static string InlinedShareText(FunctionAnnotation annotation) => annotation.Inlined.FirstOrDefault() is { } first
        ? string.Create(CultureInfo.InvariantCulture, $"; {first.Self.OfFunctionPercent:0} % of them in {UntrustedText.Line(first.Function)}, inlined")
        : "";

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines) => lines.Any() ? lines.Select(line => $"  {line}").Prepend($"\n{title}") : [];

    private static IEnumerable<string> LineTable(IReadOnlyCollection<HotLine> lines, Func<string, int, string?> code, Func<string, string> shortened, bool withFunction) => lines.Count == 0
        ? []
        : TextTable.Lines(
            withFunction ? ["self", "of it", "line", "function", "code"] : ["self", "of it", "line", "code"],
            [.. lines.Take(ShownLines).Select(line => (string[])
            [
                .. Cells(line.Self),
                Place(shortened(line.File), line.Line),
                .. withFunction ? [UntrustedText.Line(line.Function ?? "", 60)] : Array.Empty<string>(),
                UntrustedText.Line(code(line.File, line.Line)?.Trim() ?? "", 100),
            ])],
            numbers: 2);

    private static IEnumerable<string> Inlined(FunctionAnnotation annotation, Func<string, string> shortened) => annotation.Inlined.IsEmpty
        ? []
        : TextTable.Lines(
            ["self", "of it", "function", "hottest line"],
            [.. annotation.Inlined.Take(ShownLines).Select(one => (string[])[.. Cells(one.Self), UntrustedText.Line(one.Function, 100), Place(one.File is null ? null : shortened(one.File), one.Line)])],
            numbers: 2);

    private static IEnumerable<string> Instructions(FunctionAnnotation annotation, Func<string, string> shortened) => annotation.Instructions.IsEmpty
        ? []
        : TextTable.Lines(
            ["self", "of it", "address", "instruction", "line"],
            [.. annotation.Instructions.Take(ShownLines).Select(one => (string[])[.. Cells(one.Self), $"{one.Address:x}", UntrustedText.Line(one.Text, 80), Place(one.File is null ? null : shortened(one.File), one.Line)])],
            numbers: 3);

    private static IEnumerable<string> Neighbours(IReadOnlyCollection<CallNeighbour>? neighbours) => neighbours is null or { Count: 0 }
        ? []
        : TextTable.Lines(["share", "function"], [.. neighbours.Take(ShownNeighbours).Select(one => (string[])[Percent(one.Percent), UntrustedText.Line(one.Symbol, 120)])], numbers: 1);

    private static string[] Cells(SelfShare self) => [Percent(self.Percent), Percent(self.OfFunctionPercent)];

    private static string Percent(double percent) => percent.ToString("0.00", CultureInfo.InvariantCulture) + " %";

    // The folders above the last ones say little and take much room.
    private static string Place(string? file, int line) => file is null
        ? ""
        : UntrustedText.Line(string.Join('/', file.Split('/').TakeLast(3)), 80) + (line > 0 ? FormattableString.Invariant($":{line}") : "");

    private static JObject Json(HotLine line) => Shared(line.Self, ("file", line.File), ("line", line.Line), ("function", line.Function));

    private static JObject Json(CallNeighbour one) => new() { ["function"] = one.Symbol, ["module"] = one.Module, ["percent"] = one.Percent };

    private static JObject Shared(SelfShare self, params (string Name, JToken? Value)[] more)
    {
        var json = new JObject { ["self_percent"] = self.Percent, ["of_function_percent"] = self.OfFunctionPercent };
        foreach (var (name, value) in more)
        {
            json[name] = value;
        }

        return json;
    }
}
