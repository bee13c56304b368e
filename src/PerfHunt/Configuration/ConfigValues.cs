using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;

namespace PerfHunt.Configuration;

/// <summary>Turns JSON values into ours. A missing value (null here) gives null; a wrong one is noted in the report and gives null.</summary>
internal sealed class ConfigValues(ConfigReport report)
{
    /// <summary>What a command looks like.</summary>
    public const string CommandForm = "a command as an array of words, such as [\"make\", \"test\"]";

    /// <summary>What several commands look like.</summary>
    public const string CommandsForm = "an array of commands, each an array of words, such as [[\"make\", \"test\"]]";

    private const string VariablesForm = "an object of texts, such as { \"RUST_BACKTRACE\": \"0\" }";

    /// <summary>A text that keeps a rule.</summary>
    public string? Text(JToken? token, string path, ConfigRule rule)
    {
        var text = token is JValue { Type: JTokenType.String } ? token.Value<string>() : null;
        return Noted(token, path, rule.Expected, text is not null && rule.Holds(text) ? text : null);
    }

    /// <summary>True or false.</summary>
    public bool? Flag(JToken? token, string path) =>
        NotedValue<bool>(token, path, "true or false", token is JValue { Type: JTokenType.Boolean } ? token.Value<bool>() : null);

    /// <summary>A number in a range. Whole numbers are exact up to 2^53.</summary>
    public double? Number(JToken? token, string path, ConfigRange range)
    {
        var value = token is not JValue number ? double.NaN : number.Value switch
        {
            long whole => whole,
            BigInteger large => (double)large,
            double real when !range.IsWhole => real,
            _ => double.NaN,
        };
        return NotedValue<double>(token, path, range.ToString(), range.Contains(value) ? value : null);
    }

    /// <summary>A command: an array of words, the first of which names a program.</summary>
    public CommandLine? Command(JToken? token, string path)
    {
        var isCommand = token is JArray { Count: > 0 } words
            && words.All(word => word.Type == JTokenType.String)
            && words[0].Value<string>()!.Trim().Length > 0;
        return Noted(token, path, CommandForm, isCommand ? token : null) is null
            ? null
            : Array(token, path, CommandForm, (word, place) => Text(word, place, ConfigRule.Word)) is { } read ? new CommandLine(read) : null;
    }

    /// <summary>An object with all its keys; unknown ones are noted.</summary>
    public T? Section<T>(JToken? token, string path, Func<ConfigObject, T> read)
        where T : class
    {
        if (Noted(token, path, "an object", token as JObject) is not { } json)
        {
            return null;
        }

        var section = new ConfigObject(json, path, report);
        var value = read(section);
        section.Finish();
        return value;
    }

    /// <summary>An array, its items read one by one; items that are wrong are left out.</summary>
    public ImmutableArray<T>? Array<T>(JToken? token, string path, string expected, Func<JToken, string, T?> read)
        where T : class =>
        Noted(token, path, expected, token as JArray) is { } items
            ? [.. items.Select((item, i) => read(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))).OfType<T>()]
            : null;

    /// <summary>Variables of an environment.</summary>
    public ImmutableSortedDictionary<string, string>? Variables(JToken? token, string path) =>
        Noted(token, path, VariablesForm, token as JObject)?.Properties()
            .Select(pair => (Name: Variable(pair, path), Value: Text(pair.Value, $"{path}.{pair.Name}", ConfigRule.Word)))
            .Where(pair => pair.Name is not null && pair.Value is not null)
            .ToImmutableSortedDictionary(pair => pair.Name!, pair => pair.Value!, StringComparer.Ordinal);

    private string? Variable(JProperty pair, string path)
    {
        var isName = ConfigRule.IsVariable(pair.Name);
        if (!isName)
        {
            report.Wrong(pair, $"{path}: expected names of variables (letters, digits, '_'), found '{Errors.UntrustedText.Line(pair.Name)}'");
        }

        return isName ? pair.Name : null;
    }

    private T? Noted<T>(JToken? token, string path, string expected, T? value)
        where T : class
    {
        if (token is not null && value is null)
        {
            report.Expected(token, path, expected);
        }

        return value;
    }

    private T? NotedValue<T>(JToken? token, string path, string expected, T? value)
        where T : struct
    {
        if (token is not null && value is null)
        {
            report.Expected(token, path, expected);
        }

        return value;
    }
}
