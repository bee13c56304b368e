using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Configuration;

/// <summary>
/// Reads a configuration: JSON with the keys of <see cref="HuntConfig"/> in camelCase, comments and trailing commas allowed.
/// Everything that is wrong is told at once, each mistake with file, line, key and what was expected there.
/// </summary>
public static class ConfigLoader
{
    /// <summary>What editors put at the head of a JSON file to name its schema; it says nothing about the hunt.</summary>
    internal const string SchemaKey = "$schema";

    /// <summary>Names the preset that a configuration completes.</summary>
    internal const string ExtendsKey = "extends";

    /// <summary>Reads a configuration file. Never throws on what the file holds, nor when there is none.</summary>
    /// <param name="path">The file; relative paths in it that are meant for us start from its folder.</param>
    public static Parsed<HuntConfig> Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return new LocatedError(path, 0, "there is no such configuration file");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new LocatedError(path, 0, $"the configuration cannot be read: {fault.Message}");
        }
    }

    /// <summary>Reads the text of a configuration. Never throws on content.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file that it comes from; relative paths start from its folder.</param>
    public static Parsed<HuntConfig> Parse(string text, string path) => Parse(text, path, new ConfigReport(path));

    internal static Parsed<HuntConfig> Parse(string text, string path, ConfigReport report)
    {
        var json = JsonText.Parse(text, path);
        if (!json.Succeeded)
        {
            return json.Error;
        }

        if (json.Value[ExtendsKey] is JValue { Type: JTokenType.String } preset)
        {
            Preset.Complete(json.Value, preset.Value<string>()!);
        }

        var root = new ConfigObject(json.Value, "", report);
        var config = Read(root, path, report);
        root.Finish();
        return report.ToError() is { } mistakes ? mistakes : config;
    }

    private static HuntConfig Read(ConfigObject root, string path, ConfigReport report)
    {
        _ = root.TextOrNull(SchemaKey, ConfigRule.AnyText);
        _ = root.TextOrNull(ExtendsKey, ConfigRule.OneOf([.. Preset.Names]));

        // A required section that is missing is null here and noted in the report; such a configuration is never handed out.
        var given = new HuntConfig
        {
            Name = root.RequiredText("name", ConfigRule.Name),
            Build = root.RequiredSection("build", ConfigSections.Build)!,
            Suite = root.RequiredSection("suite", new ConfigWorkloads(report, path).Suite)!,
            Run = root.RequiredSection("run", ConfigSections.Run)!,
        };
        var config = given with
        {
            Check = root.Commands("check", given.Check),
            Gate = root.Commands("gate", given.Gate),
            Generator = root.SectionOrNull("generator", ConfigSections.Generator),
            OwnCode = root.Items("ownCode", "an array of objects with prefix, crate and folder", ReadOwnCode(report)),
            NoiseFunctions = root.Texts("noiseFunctions", given.NoiseFunctions, ConfigRule.Text),
            Patch = root.Section("patch", given.Patch, ConfigSections.Patch),
            Inspect = root.Commands("inspect", given.Inspect),
            Investigator = root.Section("investigator", given.Investigator, section => ConfigInvestigator.Read(section, path)),
            Thresholds = root.Section("thresholds", given.Thresholds, ConfigSections.Thresholds),
            Perf = root.Section("perf", given.Perf, ConfigSections.Perf),
            Branch = root.Text("branch", given.Branch, ConfigRule.Branch),
            Tickets = root.Section("tickets", given.Tickets, ConfigSections.Tickets),
            Paths = root.Section("paths", given.Paths, ConfigSections.Paths),
        };
        CheckGenerator(root, config);
        return config;
    }

    private static Func<JToken, string, OwnCode?> ReadOwnCode(ConfigReport report)
    {
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        return (token, path) =>
        {
            var part = new ConfigValues(report).Section(token, path, ConfigSections.OwnCode);
            if (part is not null && !prefixes.Add(part.Prefix))
            {
                report.Wrong(token, $"{path}: the prefix '{part.Prefix}' is taken by an entry above");
            }

            return part;
        };
    }

    private static void CheckGenerator(ConfigObject root, HuntConfig config)
    {
        var generated = config.Suite?.Workloads.Concat(config.Suite.Evolved).FirstOrDefault(workload => workload.IsGenerated);
        if (generated is not null && !root.Has("generator"))
        {
            root.Wrong("generator", $"missing; expected a generator, since the workload '{generated.Name}' is a generated one");
        }
    }
}
