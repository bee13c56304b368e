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

    /// <summary>The lines that name trees which have become commits.</summary>
    public static string Write(IEnumerable<HistoryName> names) => string.Concat(
        names.Select(name => new JObject { ["tree"] = name.Tree, ["commit"] = name.Commit }.ToString(Formatting.None) + "\n"));

    /// <summary>
    /// Reads a history. Never throws: a damaged line is located. A last line without a line feed that cannot be read was
    /// cut off while it was written: it is left out and told. Fields that we do not know are passed over. Runs of a tree bear the
    /// commit that it has become; those of trees that have become none are left out and counted.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="source">Its file, for the error.</param>
    public static Parsed<History> Read(string text, string source)
    {
        var lines = text.Split('\n');
        var entries = ImmutableArray.CreateBuilder<HistoryEntry>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            var (entry, name, problem) = ReadLine(lines[i]);
            if (entry is not null)
            {
                entries.Add(entry);
            }
            else if (name is not null)
            {
                names[name.Tree] = name.Commit;
            }
            else
            {
                return i == lines.Length - 1
                    ? Named(entries, names) with { IsTorn = true }
                    : new LocatedError(source, i + 1, problem, Excerpt(lines[i]));
            }
        }

        return Named(entries, names);
    }

    private static History Named(ImmutableArray<HistoryEntry>.Builder entries, Dictionary<string, string> names)
    {
        ImmutableArray<HistoryEntry> named =
        [
            .. entries.Where(entry => !entry.IsTree || names.ContainsKey(entry.Commit))
                .Select(entry => entry.IsTree ? entry with { Commit = names[entry.Commit], IsTree = false } : entry),
        ];
        return new History(named, entries.Count - named.Length);
    }

    private static JObject ToJson(HistoryEntry entry) => new()
    {
        ["at"] = entry.At,
        [entry.IsTree ? "tree" : "commit"] = entry.Commit,
        ["against"] = entry.Against,
        ["workload"] = entry.Workload,
        ["round"] = entry.Round,
        ["value"] = entry.Value,
        ["against_value"] = entry.AgainstValue,
        ["metric"] = entry.Metric,
        ["mode"] = entry.Mode,
    };

    private static (HistoryEntry? Entry, HistoryName? Name, string Problem) ReadLine(string line)
    {
        if (Parse(line) is not { } json)
        {
            return (null, null, "expected one JSON object");
        }

        var (commit, tree, workload) = (TextOf(json, "commit"), TextOf(json, "tree"), TextOf(json, "workload"));
        if (commit is not null && tree is not null && workload is null)
        {
            return (null, new(tree, commit), "");
        }

        var problem = Problem(json);
        return problem.Length > 0 ? (null, null, problem) : (ToEntry(json, commit ?? tree!, commit is null), null, "");
    }

    private static string Problem(JObject json)
    {
        var (against, againstValue) = (TextOf(json, "against"), Number(json, "against_value"));
        return (TextOf(json, "commit") ?? TextOf(json, "tree")) is null ? "commit: expected a text"
            : TextOf(json, "workload") is null ? "workload: expected a text"
            : Number(json, "value") is not > 0 ? "value: expected a number above 0"
            : against is null != againstValue is null || againstValue <= 0 ? "against and against_value: expected a text and a number above 0, or neither"
            : "";
    }

    private static HistoryEntry ToEntry(JObject json, string id, bool isTree) => new(
        TextOf(json, "at") ?? "",
        id,
        TextOf(json, "against"),
        TextOf(json, "workload")!,
        (int)(Number(json, "round") ?? 0),
        Number(json, "value")!.Value,
        Number(json, "against_value"),
        TextOf(json, "metric") ?? "cpu",
        TextOf(json, "mode") ?? "duet") { IsTree = isTree };

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
