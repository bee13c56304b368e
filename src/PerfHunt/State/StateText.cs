using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using PerfHunt.Configuration;
using PerfHunt.Errors;

namespace PerfHunt.State;

/// <summary>
/// The state file's text: JSON with the mission's field names (snake_case), ours beside them. What one version does not know it hands on.
/// </summary>
public static class StateText
{
    // Lists whose items must be objects; a null among them would surface far from its cause.
    private static readonly string[] ListsOfObjects =
    [
        "benchmark_suite.workloads[*]", "candidates[*]", "investigated[*]", "investigated[*].attempts[*]",
        "current_hotspot.attempts[*]", "hunt.profile_round[*]", "hunt.builds.*",
    ];

    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy { ProcessDictionaryKeys = false } },
        Converters = { new StringEnumConverter { AllowIntegerValues = false } },
        DateParseHandling = DateParseHandling.None,
        Formatting = Formatting.Indented,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
    };

    // A null in the file means "nothing there": the field keeps the value that a missing one has.
    private static readonly JsonSerializerSettings ReadSettings = new(Settings) { NullValueHandling = NullValueHandling.Ignore };

    /// <summary>The text of a state, with a line feed at its end.</summary>
    public static string Write(HuntState state) => JsonConvert.SerializeObject(state, Settings).ReplaceLineEndings("\n") + "\n";

    /// <summary>Reads a state that we or the original tool wrote. Never throws: what cannot be read is located.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="source">The file, for the error.</param>
    public static Parsed<HuntState> Read(string text, string source)
    {
        var json = JsonText.Parse(text, source);
        return json.Succeeded ? Bind(json.Value, source) : json.Error;
    }

    /// <summary>The schema version that a file names; the current one when it names none, null when it is no number.</summary>
    internal static int? VersionOf(JObject json) => json["schema_version"] switch
    {
        null or { Type: JTokenType.Null } => HuntState.CurrentSchemaVersion,
        JValue { Value: long version and >= 0 and <= int.MaxValue } => (int)version,
        _ => null,
    };

    private static Parsed<HuntState> Bind(JObject json, string source)
    {
        if (VersionOf(json) is not { } version)
        {
            return Located(json["schema_version"]!, source, "schema_version: expected a whole number");
        }

        if (version > HuntState.CurrentSchemaVersion)
        {
            return Located(json["schema_version"]!, source, $"schema_version: this PerfHunt reads versions up to {HuntState.CurrentSchemaVersion}, found");
        }

        return FindMistake(json, source) is { } mistake ? mistake : Deserialize(json, source);
    }

    private static LocatedError? FindMistake(JObject json, string source)
    {
        string[] needed = ["max_iterations", "iteration"];
        var missing = needed.FirstOrDefault(key => json[key] is not { Type: JTokenType.Integer });
        if (missing is not null)
        {
            return new LocatedError(source, JsonText.LineOf(json[missing] ?? json), $"{missing}: expected a whole number; this does not look like the state of a hunt");
        }

        var hole = ListsOfObjects.SelectMany(path => json.SelectTokens(path)).FirstOrDefault(item => item is not JObject);
        if (hole is not null)
        {
            return Located(hole, source, $"{hole.Path}: expected an object, found");
        }

        var slot = json.SelectToken("hunt.baseline_slot");
        return slot is null || slot.Type == JTokenType.String && slot.Value<string>() is "a" or "b"
            ? null
            : Located(slot, source, $"{slot.Path}: expected \"a\" or \"b\", found");
    }

    private static Parsed<HuntState> Deserialize(JObject json, string source)
    {
        // The original tool may have written the function's name alone.
        if (json["current_hotspot"] is JValue { Type: JTokenType.String } name)
        {
            json["current_hotspot"] = new JObject { ["function"] = name };
        }

        try
        {
            return json.ToObject<HuntState>(JsonSerializer.Create(ReadSettings))!;
        }
        catch (Exception fault) when (fault is JsonException or OverflowException or InvalidCastException)
        {
            var path = (fault as JsonReaderException)?.Path ?? (fault as JsonSerializationException)?.Path;
            var token = json.Descendants().FirstOrDefault(token => path is null ? IsHuge(token) : token is not JProperty && token.Path == path);
            return Located(token ?? json, source, $"{UntrustedText.Line(token?.Path ?? "")}: this kind of value does not belong here");
        }
    }

    private static bool IsHuge(JToken token) =>
        token is JValue { Value: BigInteger } or JValue { Value: double and (> int.MaxValue or < int.MinValue) };

    private static LocatedError Located(JToken token, string source, string problem) =>
        new(source, JsonText.LineOf(token), problem, JsonText.Excerpt(token));
}
