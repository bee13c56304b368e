using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace PerfHunt.Configuration;

/// <summary>
/// What many configurations share: a configuration that names a preset in <c>extends</c> says only what differs. Objects are completed
/// key by key; any other value replaces the preset's.
/// </summary>
public static class Preset
{
    private const string Folder = "PerfHunt.Configuration.Presets.";
    private const string Suffix = ".json";

    /// <summary>The names of all presets, sorted.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(Preset).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A preset's text, with its comments.</summary>
    /// <exception cref="ArgumentException">There is no preset of that name.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(Preset).Assembly.GetManifestResourceStream($"{Folder}{name}{Suffix}")
            ?? throw new ArgumentException($"There is no preset '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Adds to a configuration what it does not say itself and the preset does. Where it does not know the preset, nothing.</summary>
    internal static void Complete(JObject given, string name)
    {
        if (Names.Contains(name, StringComparer.Ordinal))
        {
            // Without line numbers: they would be taken for lines of the configuration.
            Complete(given, JObject.Parse(Text(name), new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Ignore }));
        }
    }

    private static void Complete(JObject given, JObject preset)
    {
        foreach (var property in preset.Properties())
        {
            switch (given[property.Name])
            {
                case null:
                    given.Add(property.Name, property.Value);
                    break;
                case JObject below when property.Value is JObject deeper:
                    Complete(below, deeper);
                    break;
                default:
                    break;
            }
        }
    }
}
