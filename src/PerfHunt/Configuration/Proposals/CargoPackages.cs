using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Configuration.Proposals;

/// <summary>What <c>cargo metadata --no-deps --format-version 1</c> tells of the packages of a workspace (https://doc.rust-lang.org/cargo/commands/cargo-metadata.html). Pure.</summary>
/// <param name="Programs">Names of the programs, that of the package called as the workspace's folder first.</param>
/// <param name="Parts">Every library and program as a part of our code.</param>
internal sealed record CargoPackages(ImmutableArray<string> Programs, ImmutableArray<OwnCode> Parts)
{
    private static readonly string[] Libraries = ["lib", "rlib", "dylib", "cdylib", "staticlib", "proc-macro"];

    /// <summary>Reads cargo's answer.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="root">The folder that paths are made relative to.</param>
    public static Parsed<CargoPackages> Read(string json, string root)
    {
        var parsed = JsonText.Parse(json, "cargo metadata");
        if (!parsed.Succeeded)
        {
            return parsed.Error;
        }

        var targets = parsed.Value.SelectTokens("packages[*]").OfType<JObject>().SelectMany(package => Targets(package, root)).ToList();
        var own = Path.GetFileName(root);
        return new CargoPackages(
            [.. targets.Where(target => target.IsProgram).Select(target => target.Name).OrderByDescending(name => name == own)],
            [.. targets.Select(target => target.Part).DistinctBy(part => part.Prefix)]);
    }

    private static IEnumerable<(string Name, bool IsProgram, OwnCode Part)> Targets(JObject package, string root)
    {
        var folder = Path.GetRelativePath(root, Path.GetDirectoryName(package.Value<string>("manifest_path") ?? "") ?? root);
        return from target in package.SelectTokens("targets[*]").OfType<JObject>()
               let kinds = target.SelectTokens("kind[*]").Values<string>().ToList()
               let isProgram = kinds.Contains("bin")
               where isProgram || kinds.Any(kind => Libraries.Contains(kind))
               let name = target.Value<string>("name") ?? ""
               where name.Length > 0 && ConfigPaths.IsBelow(folder)
               select (name, isProgram, new OwnCode($"{name.Replace('-', '_')}::", package.Value<string>("name") ?? name, folder));
    }
}
