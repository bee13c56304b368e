using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Configuration;

/// <summary>
/// Reads one object of a configuration key by key. What is missing or wrong gets its default and, where that is a mistake, a note in the
/// report, so that one reading finds them all. After the last key <see cref="Finish"/> notes the unknown ones.
/// </summary>
internal sealed class ConfigObject(JObject json, string path, ConfigReport report)
{
    private readonly ConfigValues _values = new(report);
    private readonly List<string> _known = [];

    /// <summary>The path of a key, as messages name it.</summary>
    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>True when the key is there with a value other than null.</summary>
    public bool Has(string key) => json.GetValue(key, StringComparison.Ordinal) is { Type: not JTokenType.Null };

    /// <summary>True when the key is not there, or is an array without items.</summary>
    public bool IsMissingOrEmpty(string key) => json.GetValue(key, StringComparison.Ordinal) is null or JArray { Count: 0 };

    /// <summary>A text that must be there; empty when it is not.</summary>
    public string RequiredText(string key, ConfigRule rule) => _values.Text(Required(key, rule.Expected), PathOf(key), rule) ?? "";

    /// <summary>A text, or the default.</summary>
    public string Text(string key, string fallback, ConfigRule rule) => _values.Text(Take(key), PathOf(key), rule) ?? fallback;

    /// <summary>A text, or null when there is none or it says null.</summary>
    public string? TextOrNull(string key, ConfigRule rule) => _values.Text(TakeOrNull(key), PathOf(key), rule);

    /// <summary>Several texts, or the default.</summary>
    public ImmutableArray<string> Texts(string key, ImmutableArray<string> fallback, ConfigRule rule) =>
        _values.Array(Take(key), PathOf(key), $"an array of {rule.Expected}", (item, place) => _values.Text(item, place, rule)) ?? fallback;

    /// <summary>Whole numbers in a range, none by default.</summary>
    public ImmutableArray<int> Counts(string key, ConfigRange range) =>
    [
        .. _values.Array(
            Take(key),
            PathOf(key),
            $"an array, each item {range}",
            (item, place) => _values.Number(item, place, range) is { } number ? (object)(int)number : null)?.Cast<int>() ?? [],
    ];

    /// <summary>A number in a range, or the default.</summary>
    public double Number(string key, double fallback, ConfigRange range) => _values.Number(Take(key), PathOf(key), range) ?? fallback;

    /// <summary>A whole number in a range, or the default.</summary>
    public int Count(string key, int fallback, ConfigRange range) => (int)Number(key, fallback, range);

    /// <summary>A whole number in a range, or the default. The range must not go beyond 2^53.</summary>
    public long Whole(string key, long fallback, ConfigRange range) => (long)Number(key, fallback, range);

    /// <summary>True or false, or the default.</summary>
    public bool Flag(string key, bool fallback) => _values.Flag(Take(key), PathOf(key)) ?? fallback;

    /// <summary>A command that must be there; one without words when it is not.</summary>
    public CommandLine RequiredCommand(string key) => _values.Command(Required(key, ConfigValues.CommandForm), PathOf(key)) ?? new CommandLine([]);

    /// <summary>A command, or null when there is none or it says null.</summary>
    public CommandLine? CommandOrNull(string key) => _values.Command(TakeOrNull(key), PathOf(key));

    /// <summary>Commands, or the default.</summary>
    public ImmutableArray<CommandLine> Commands(string key, ImmutableArray<CommandLine> fallback) =>
        _values.Array(Take(key), PathOf(key), ConfigValues.CommandsForm, _values.Command) ?? fallback;

    /// <summary>Commands that must be there; the array may be empty.</summary>
    public ImmutableArray<CommandLine> RequiredCommands(string key) =>
        _values.Array(Required(key, ConfigValues.CommandsForm), PathOf(key), ConfigValues.CommandsForm, _values.Command) ?? [];

    /// <summary>Variables of an environment, none by default.</summary>
    public ImmutableSortedDictionary<string, string> Variables(string key, ImmutableSortedDictionary<string, string> fallback) =>
        _values.Variables(Take(key), PathOf(key)) ?? fallback;

    /// <summary>Reads an object, or gives the default when there is none.</summary>
    public T Section<T>(string key, T fallback, Func<ConfigObject, T> read)
        where T : class => _values.Section(Take(key), PathOf(key), read) ?? fallback;

    /// <summary>Reads an object, or gives null when there is none or it says null.</summary>
    public T? SectionOrNull<T>(string key, Func<ConfigObject, T> read)
        where T : class => _values.Section(TakeOrNull(key), PathOf(key), read);

    /// <summary>Reads an object that must be there; null when it is not.</summary>
    public T? RequiredSection<T>(string key, Func<ConfigObject, T> read)
        where T : class => _values.Section(Required(key, "an object"), PathOf(key), read);

    /// <summary>Reads the items of an array, none by default.</summary>
    public ImmutableArray<T> Items<T>(string key, string expected, Func<JToken, string, T?> read)
        where T : class => _values.Array(Take(key), PathOf(key), expected, read) ?? [];

    /// <summary>Notes every key that nobody asked for, with the nearest that exists.</summary>
    public void Finish()
    {
        foreach (var property in json.Properties().Where(property => !_known.Contains(property.Name)))
        {
            var meant = NearestName.Suggest(property.Name, _known);
            var hint = meant.Length > 0 ? meant : $"; known here: {string.Join(", ", _known)}";
            report.Wrong(property, $"{UntrustedText.Line(PathOf(property.Name))}: unknown key{hint}");
        }
    }

    /// <summary>Notes a mistake at the place of a key, or at the object where the key is missing.</summary>
    public void Wrong(string key, string problem) =>
        report.Wrong(json.Property(key, StringComparison.Ordinal) ?? (JToken)json, $"{PathOf(key)}: {problem}");

    private JToken? Take(string key)
    {
        _known.Add(key);
        report.Know(PathOf(key));
        return json.GetValue(key, StringComparison.Ordinal);
    }

    private JToken? TakeOrNull(string key) => Take(key) is { Type: not JTokenType.Null } token ? token : null;

    private JToken? Required(string key, string expected)
    {
        var token = Take(key);
        if (token is null)
        {
            report.Wrong(json, $"{PathOf(key)}: missing; expected {expected}");
        }

        return token;
    }
}
