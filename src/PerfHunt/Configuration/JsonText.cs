using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Configuration;

/// <summary>Reads JSON that people write by hand: comments and trailing commas are accepted, a key given twice is not.</summary>
internal static class JsonText
{
    private const int ExcerptCap = 120;

    /// <summary>The object that a text holds, with line numbers; or the line where it stops being JSON. Never throws.</summary>
    public static Parsed<JObject> Parse(string text, string source)
    {
        // Dates stay text: they are labels, and a rewritten file must hold them as they were.
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        try
        {
            if (!SkipComments(reader))
            {
                return new LocatedError(source, 0, "expected a JSON object, found an empty text");
            }

            var token = JToken.Load(reader, Settings);
            return SkipComments(reader) || token is not JObject json
                ? new LocatedError(source, LineOf(token), "expected one JSON object and nothing else", Excerpt(token))
                : json;
        }
        catch (JsonReaderException fault)
        {
            return new LocatedError(source, fault.LineNumber, $"not valid JSON: {Reason(fault)}", LineOfText(text, fault.LineNumber));
        }
    }

    /// <summary>The one-based line where a token stands, or 0 when it is not known.</summary>
    public static int LineOf(JToken token) => token is IJsonLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    /// <summary>A token as it can be shown in a message.</summary>
    public static string Excerpt(JToken token) => UntrustedText.Line(token.ToString(Formatting.None), ExcerptCap);

    /// <summary>What the reader complained of, without the place, which the located error tells.</summary>
    public static string Reason(JsonException fault)
    {
        var end = fault.Message.IndexOf(" Path '", StringComparison.Ordinal);
        return UntrustedText.Line((end < 0 ? fault.Message : fault.Message[..end]).TrimEnd('.'));
    }

    private static JsonLoadSettings Settings => new()
    {
        CommentHandling = CommentHandling.Ignore,
        LineInfoHandling = LineInfoHandling.Load,
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
    };

    private static bool SkipComments(JsonTextReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                return true;
            }
        }

        return false;
    }

    private static string LineOfText(string text, int line) =>
        UntrustedText.Line(text.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "", ExcerptCap);
}
