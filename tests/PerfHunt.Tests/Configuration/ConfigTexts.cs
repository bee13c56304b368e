using Newtonsoft.Json.Linq;
using PerfHunt.Configuration;
using PerfHunt.Errors;

namespace PerfHunt.Tests.Configuration;

/// <summary>Configurations for tests.</summary>
internal static class ConfigTexts
{
    public const string Minimal =
        """
        {
          "name": "tally",
          "build": { "commands": [["make"]], "binary": "tally" },
          "suite": { "workloads": [{ "name": "all", "command": ["{binary}", "all"] }] },
          "run": { "command": ["{binary}"] }
        }
        """;

    public static string Full { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Configuration", "Golden", "full.json"));

    public static Parsed<HuntConfig> Parse(string text) => ConfigLoader.Parse(text, "/repository/perfhunt.json");

    /// <summary>The full configuration with one value replaced, or set where it was missing.</summary>
    public static string With(string path, string json)
    {
        var root = JObject.Parse(Full);
        var owner = root.SelectToken(path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "")!;
        ((JObject)owner)[path[(path.LastIndexOf('.') + 1)..]] = JToken.Parse(json);
        return root.ToString();
    }

    /// <summary>The full configuration without one key.</summary>
    public static string Without(string path)
    {
        var root = JObject.Parse(Full);
        root.SelectToken(path)!.Parent!.Remove();
        return root.ToString();
    }
}
