using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Investigation;

/// <summary>Reads the result that an agent may leave. Never throws on content; unknown keys are passed over.</summary>
public static class AgentResultReader
{
    /// <summary>Longest result, bytes: a few paragraphs; more is no summary.</summary>
    public const int LargestBytes = 64 << 10;

    private const int MostItems = 20;
    private const int DeepestNesting = 8;

    /// <summary>Reads a file; one that is missing says nothing. Symbolic links and whatever is no plain file are not followed.</summary>
    public static Parsed<AgentResult> ReadFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists && file.LinkTarget is null)
        {
            return new AgentResult();
        }

        // Pipes and devices have no length either; opening one could wait for ever.
        return file.LinkTarget is not null || file.Length is 0 or > LargestBytes
            ? new LocatedError(path, 0, $"expected a plain file of 1 byte to {LargestBytes >> 10} KiB")
            : Read(path, File.ReadAllText(path));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="source">The file, for the error.</param>
    /// <param name="text">Its text.</param>
    public static Parsed<AgentResult> Read(string source, string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { MaxDepth = DeepestNesting, DateParseHandling = DateParseHandling.None };
            return JToken.ReadFrom(reader) is JObject json ? Compose(json) : new LocatedError(source, 1, "expected a JSON object");
        }
        catch (JsonReaderException exception)
        {
            return new LocatedError(source, exception.LineNumber, "expected JSON", UntrustedText.Line(exception.Message));
        }
    }

    private static AgentResult Compose(JObject json) => new()
    {
        Outcome = UntrustedText.Line(Text(json, "outcome")),
        Title = UntrustedText.Line(Text(json, "title")),
        Summary = UntrustedText.Block(Text(json, "summary")),
        Blocker = UntrustedText.Block(Text(json, "blocker")),
        Notes = Texts(json, "notes"),
        Patterns = Texts(json, "patterns"),
        Leads = Texts(json, "leads"),
        IsCleaner = json["cleaner"] is JValue { Value: true },
    };

    private static string Text(JObject json, string key) => json[key] is JValue { Type: JTokenType.String } value ? value.Value<string>()! : "";

    // One text stands for a list of one.
    private static ImmutableArray<string> Texts(JObject json, string key) =>
    [
        .. (json[key] as JArray ?? [json[key] ?? ""])
            .OfType<JValue>().Where(item => item.Type == JTokenType.String)
            .Select(item => UntrustedText.Block(item.Value<string>()!))
            .Where(item => item.Length > 0)
            .Take(MostItems),
    ];
}
