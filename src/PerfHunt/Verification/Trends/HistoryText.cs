using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Verification.Trends;

/// <summary>The text of a history file: JSON lines, one entry a line, only ever added to.</summary>
public static class HistoryText
{
    private const int ExcerptLength = 100;

    /// <summary>The lines of some entries, each ended by a line feed.</summary>
    public static string Write(IEnumerable<HistoryEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries)
        {
            text.Append(ToJson(entry).ToString(Formatting.None)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// Reads a history. Never throws: a damaged line is located. A last line without a line feed that cannot be read was
    /// cut off while it was written: it is left out and told. Fields that we do not know are passed over.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="source">Its file, for the error.</param>
    public static Parsed<History> Read(string text, string source)
    {
        var lines = text.Split('\n');
        var entries = ImmutableArray.CreateBuilder<HistoryEntry>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            var (entry, problem) = ReadLine(lines[i]);
            if (entry is not null)
            {
                entries.Add(entry);
            }
            else if (i == lines.Length - 1)
            {
                return new History(entries.ToImmutable(), IsTorn: true);
            }
            else
            {
                return new LocatedError(source, i + 1, problem, Excerpt(lines[i]));
            }
        }

        return new History(entries.ToImmutable());
    }

    private static JObject ToJson(HistoryEntry entry) => new()
    {
        ["at"] = entry.At,
        ["commit"] = entry.Commit,
        ["against"] = entry.Against,
        ["workload"] = entry.Workload,
        ["round"] = entry.Round,
        ["value"] = entry.Value,
        ["against_value"] = entry.AgainstValue,
        ["metric"] = entry.Metric,
        ["mode"] = entry.Mode,
    };

    private static (HistoryEntry? Entry, string Problem) ReadLine(string line)
    {
        if (Parse(line) is not { } json)
        {
            return (null, "expected one JSON object");
        }

        var (commit, workload, value) = (TextOf(json, "commit"), TextOf(json, "workload"), Number(json, "value"));
        var (against, againstValue) = (TextOf(json, "against"), Number(json, "against_value"));
        var problem = commit is null ? "commit: expected a text"
            : workload is null ? "workload: expected a text"
            : value is not > 0 ? "value: expected a number above 0"
            : against is null != againstValue is null || againstValue <= 0 ? "against and against_value: expected a text and a number above 0, or neither"
            : "";
        return problem.Length > 0 ? (null, problem) : (new(
            TextOf(json, "at") ?? "",
            commit!,
            against,
            workload!,
            (int)(Number(json, "round") ?? 0),
            value!.Value,
            againstValue,
            TextOf(json, "metric") ?? "cpu",
            TextOf(json, "mode") ?? "duet"), "");
    }

    private static JObject? Parse(string line)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
            var json = JToken.ReadFrom(reader) as JObject;
            return reader.Read() ? null : json;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JObject json, string name) => json[name] is JValue { Value: string { Length: > 0 } text } ? text : null;

    private static double? Number(JObject json, string name) => json[name] is JValue { Type: JTokenType.Integer or JTokenType.Float } value
        && double.TryParse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e18
            ? number
            : null;

    private static string Excerpt(string line) => line.Length <= ExcerptLength ? line : line[..ExcerptLength];
}
