using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PerfHunt.Configuration;

/// <summary>Reads the suite of a configuration.</summary>
internal sealed partial class ConfigWorkloads(ConfigReport report, string source)
{
    private const string Form = $"a spec \"{WorkloadSpec.Form}\" or an object with name and command";

    /// <summary>The suite.</summary>
    public SuiteConfig Suite(ConfigObject json)
    {
        var given = new SuiteConfig { Workloads = Workloads(json, "workloads") };
        if (json.IsMissingOrEmpty("workloads"))
        {
            json.Wrong("workloads", $"missing; expected at least one workload: {Form}");
        }

        return given with
        {
            Evolved = Workloads(json, "evolved"),
            Growth = json.Number("growth", given.Growth, ConfigRange.Factor),
        };
    }

    /// <summary>Notes a command that would run the same program whichever side is measured.</summary>
    public static void CheckUsesTheSlot(ConfigObject json, CommandLine command)
    {
        var usesSlot = command.Words.Any(word => word.Contains("{binary}", StringComparison.Ordinal) || word.Contains("{tree}", StringComparison.Ordinal));
        if (command.Words.Length > 0 && !usesSlot)
        {
            json.Wrong("command", "must use {binary} or {tree}, else both sides run the same program");
        }

        // Braces of other kinds are the program's own affair.
        foreach (var name in command.Words.SelectMany(word => PlaceholderPattern.Matches(word)).Select(match => match.Groups[1].Value).Except(Placeholders))
        {
            if (NearestName.Find(name, Placeholders) is { } meant)
            {
                json.Wrong("command", $"there is no placeholder {{{name}}}; did you mean {{{meant}}}?");
            }
        }
    }

    private ImmutableArray<WorkloadConfig> Workloads(ConfigObject json, string key)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return json.Items(key, $"an array of workloads, each {Form}", (token, path) => Unique(Workload(token, path), token, path, names));
    }

    private WorkloadConfig? Unique(WorkloadConfig? workload, JToken token, string path, HashSet<string> names)
    {
        if (workload is { Name.Length: > 0 } && !names.Add(workload.Name))
        {
            report.Wrong(token, $"{path}: the name '{workload.Name}' is taken by a workload above");
        }

        return workload;
    }

    private WorkloadConfig? Workload(JToken token, string path)
    {
        switch (token)
        {
            case JValue { Type: JTokenType.String }:
                var spec = WorkloadSpec.Parse(token.Value<string>()!, source, JsonText.LineOf(token));
                if (!spec.Succeeded)
                {
                    report.Wrong(spec.Error with { Problem = $"{path}: {spec.Error.Problem}" });
                }

                return spec.Value;
            case JObject:
                return new ConfigValues(report).Section(token, path, Described);
            default:
                report.Expected(token, path, Form);
                return null;
        }
    }

    private static WorkloadConfig Described(ConfigObject json)
    {
        var command = json.CommandOrNull("command");
        var workload = new WorkloadConfig
        {
            Name = json.RequiredText("name", ConfigRule.Name),
            Seed = json.Whole("seed", 0, ConfigRange.From(0, MaxSeed)),
            Profile = json.Text("profile", "", ConfigRule.Name),
            Layers = json.Count("layers", 0, ConfigRange.From(1)),
            ModulesPerLayer = json.Count("modulesPerLayer", 0, ConfigRange.From(1)),
            Command = command,
            Files = json.Texts("files", [], ConfigRule.Input),
            FilesHash = json.TextOrNull("filesHash", ConfigRule.Hash),
        };
        CheckKind(json, workload);
        if (workload is { FilesHash: not null, Files.IsEmpty: true })
        {
            json.Wrong("filesHash", "there are no files that it could be of");
        }

        return workload;
    }

    private static void CheckKind(ConfigObject json, WorkloadConfig workload)
    {
        string[] generated = ["seed", "profile", "layers", "modulesPerLayer"];
        if (json.Has("command"))
        {
            CheckUsesTheSlot(json, workload.Command ?? new CommandLine([]));
            foreach (var key in generated.Where(json.Has))
            {
                json.Wrong(key, "belongs to a generated workload; this one has a command");
            }
        }
        else if (!generated.All(json.Has))
        {
            json.Wrong("command", $"missing; expected a command, or all of {string.Join(", ", generated)}");
        }
        else if (json.Has("files"))
        {
            json.Wrong("files", "belongs to a workload with a command; what the generator makes is watched anyway");
        }
    }

    private static readonly ImmutableArray<string> Placeholders = ["binary", "workload", "name", "tree"];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PlaceholderPattern { get; }

    // Beyond this a JSON number is no longer exact for every reader (IEEE 754 doubles, 2^53).
    private const long MaxSeed = 1L << 53;
}
