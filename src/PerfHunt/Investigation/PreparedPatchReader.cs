using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.Investigation;

/// <summary>Reads the text of a prepared patch. Never throws on content.</summary>
public static class PreparedPatchReader
{
    private const string DiffStart = "diff --git ";

    /// <summary>Reads one patch.</summary>
    /// <param name="name">The file's name, for messages and as the patch's name.</param>
    /// <param name="text">The file's text.</param>
    public static Parsed<PreparedPatch> Read(string name, string text)
    {
        var lines = text.Split('\n');
        var diffLine = Array.FindIndex(lines, line => line.StartsWith(DiffStart, StringComparison.Ordinal));
        if (diffLine < 0)
        {
            return new LocatedError(name, 0, $"no line begins with '{DiffStart.Trim()}'; a prepared patch ends with a git diff");
        }

        var headerEnd = Array.FindIndex(lines, 0, diffLine, string.IsNullOrWhiteSpace);
        headerEnd = headerEnd < 0 ? diffLine : headerEnd;
        var headers = new List<(string Key, string Value)>();
        for (var i = 0; i < headerEnd; i++)
        {
            var colon = lines[i].IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0)
            {
                return new LocatedError(name, i + 1, "expected a header line 'Key: value' before the first blank line", lines[i]);
            }

            headers.Add((lines[i][..colon].Trim(), lines[i][(colon + 2)..].Trim()));
        }

        return Compose(name, headers, lines, headerEnd, diffLine);
    }

    private static Parsed<PreparedPatch> Compose(
        string name, List<(string Key, string Value)> headers, string[] lines, int headerEnd, int diffLine)
    {
        ImmutableArray<string> All(string key) =>
            [.. headers.Where(h => h.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];

        if (All("Hotspot") is not [{ Length: > 0 } hotspot])
        {
            return new LocatedError(name, 1, "expected exactly one header 'Hotspot: <function>'");
        }

        if (All("Title") is not [{ Length: > 0 } title])
        {
            return new LocatedError(name, 1, "expected exactly one header 'Title: <what it does>'");
        }

        var explanation = string.Join('\n', lines[headerEnd..diffLine]).Trim();
        return new PreparedPatch(name, hotspot, title, All("Depends-on"), explanation, string.Join('\n', lines[diffLine..]))
        {
            IsCleaner = All("Cleaner").Contains("yes", StringComparer.OrdinalIgnoreCase),
        };
    }
}
