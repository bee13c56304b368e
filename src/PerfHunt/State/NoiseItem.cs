using System.Text.RegularExpressions;

namespace PerfHunt.State;

/// <summary>Reads the functions that a list item under Noise Functions names, as people write them.</summary>
internal static partial class NoiseItem
{
    /// <summary>
    /// The functions of an item: the ones in back-ticks at its beginning, separated by commas or <c>and</c>; without back-ticks the text up
    /// to an explanation, which begins with a dash between spaces, or with a colon and a space.
    /// </summary>
    public static IEnumerable<string> Functions(string item)
    {
        var plain = BoldPattern.Replace(item.Trim(), "${inner}");
        var quoted = QuotedPattern.Match(plain);
        var names = quoted.Success
            ? quoted.Groups["name"].Captures.Select(name => name.Value)
            : [ExplanationPattern.Split(plain, 2)[0]];
        return names.Select(name => name.Trim()).Where(name => name.Length > 0);
    }

    [GeneratedRegex(@"^`+(?<name>[^`]+)`+([ \t]*(,|/|&|\band\b)[ \t]*`+(?<name>[^`]+)`+)*")]
    private static partial Regex QuotedPattern { get; }

    [GeneratedRegex(@"^\*\*(?<inner>.+?)\*\*")]
    private static partial Regex BoldPattern { get; }

    // A name ends in a colon only where the colon is not one of a pair.
    [GeneratedRegex(@"[ \t]+(?:-+|\u2013|\u2014)[ \t]+|(?<!:):(?:[ \t]|$)")]
    private static partial Regex ExplanationPattern { get; }
}
