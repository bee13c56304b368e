using System.Globalization;
using System.Text;
using PerfHunt.Errors;
using PerfHunt.Profiling.Annotation;

namespace PerfHunt.Investigation;

/// <summary>The part of a dossier that tells where in the hotspot its time goes. Pure.</summary>
internal static class HotspotDetailText
{
    private const int FunctionCap = 120;
    private const int CodeCap = 120;

    /// <summary>The sections, each with its title; none where nothing is known.</summary>
    public static IEnumerable<(string Title, string Body)> Sections(HotspotDetail detail)
    {
        yield return ("Hot lines", Lines(detail));
        yield return ("Inlined into it", detail.Inlined.IsEmpty ? "" : Inlined(detail));
        yield return ("Hottest instructions", detail.Instructions.IsEmpty ? "" : Instructions(detail));
    }

    private static string Lines(HotspotDetail detail)
    {
        if (detail.Lines.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder(detail.Inlined.IsEmpty ? "" : "What was inlined counts at the line that calls it.\n\n");
        text.Append("| Self | Of the function | Line | Code |\n| --- | --- | --- | --- |");
        foreach (var line in detail.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| {Shares(line.Self)} | {UntrustedText.Code(line.Place)} | {Code(line.Code)} |");
        }

        return detail.WithoutLinePercent > 0
            ? text.Append(CultureInfo.InvariantCulture, $"\n\nNo line is known of {detail.WithoutLinePercent:0.00} % of its samples.").ToString()
            : text.ToString();
    }

    private static string Inlined(HotspotDetail detail) =>
        "These have no code of their own here; each with its hottest line.\n\n| Self | Of the function | Inlined function | Line | Code |\n| --- | --- | --- | --- | --- |"
        + string.Concat(detail.Inlined.Select(line => $"\n| {Shares(line.Self)} | {UntrustedText.Code(UntrustedText.Line(line.Function, FunctionCap))} | {UntrustedText.Code(line.Place)} | {Code(line.Code)} |"));

    private static string Instructions(HotspotDetail detail) =>
        "A sample is taken at the instruction behind the one that took the time.\n\n| Self | Of the function | Address | Instruction | Line |\n| --- | --- | --- | --- | --- |"
        + string.Concat(detail.Instructions.Select(one => FormattableString.Invariant(
            $"\n| {Shares(one.Instruction.Self)} | `{one.Instruction.Address:x}` | {UntrustedText.Code(one.Instruction.Text)} | {(one.Place.Length > 0 ? UntrustedText.Code(one.Place) : "")} |")));

    private static string Code(string code) => code.Length == 0 ? "" : UntrustedText.Code(UntrustedText.Line(code, CodeCap));

    private static string Shares(SelfShare self) => string.Create(CultureInfo.InvariantCulture, $"{self.Percent:0.00} % | {self.OfFunctionPercent:0.00} %");
}
