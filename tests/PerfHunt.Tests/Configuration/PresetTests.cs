using Newtonsoft.Json.Linq;
using NJsonSchema;
using PerfHunt.Configuration;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Configuration;

public sealed class PresetTests
{
    private const string Needed = """
        "name": "x", "build": { "binary": "out/x", "environment": { "A": "b" } }, "suite": { "workloads": [{ "name": "w", "command": ["{binary}", "1"] }] }
        """;

    private static IEnumerable<string> Names => Preset.Names;

    [Test]
    public void There_are_presets_for_the_usual_builds() => Assert.That(Preset.Names, Is.EqualTo(["cargo", "cmake", "dotnet", "make", "vole"]));

    [TestCaseSource(nameof(Names))]
    public async Task A_preset_with_name_binary_and_workloads_is_a_whole_configuration(string name)
    {
        var text = $$"""{ "extends": "{{name}}", {{Needed}} }""";

        var config = Load(text);

        Assert.That((config.Name, config.Build.Binary, config.Suite.Workloads[0].Name), Is.EqualTo(("x", "out/x", "w")));
        Assert.That(config.Build.Commands, Is.Not.Empty);
        Assert.That(config.Gate, Is.Not.Empty);
        Assert.That(config.Patch.Protect, Does.Contain("perfhunt.json"));
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(RepositoryRoot.File("schemas", "perfhunt.schema.json")));
        Assert.That(schema.Validate(JObject.Parse(text)).Select(mistake => mistake.ToString()), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void The_page_of_a_preset_shows_it_as_it_is(string name) =>
        Assert.That(File.ReadAllText(RepositoryRoot.File("docs", "presets", $"{name}.md")), Does.Contain($"```jsonc\n{Preset.Text(name)}```\n"));

    [TestCaseSource(nameof(Names))]
    public void The_smallest_configuration_on_a_page_loads(string name)
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "presets", $"{name}.md"));
        Assert.That(Load(page.Split("```jsonc\n")[1].Split("```")[0]).Investigator.Kind, Is.EqualTo("manual"));
    }

    [Test]
    public void Objects_are_completed_and_other_values_replaced()
    {
        var config = Load($$"""{ "extends": "cargo", {{Needed}}, "gate": [["just", "test"]], "patch": { "maxFiles": 3 } }""");

        Assert.That(config.Build.Environment.Keys, Is.EquivalentTo(["A", "CARGO_PROFILE_RELEASE_DEBUG", "CARGO_PROFILE_RELEASE_STRIP", "RUSTFLAGS"]));
        Assert.That(config.Gate.Select(command => command.ToString()), Is.EqualTo(["just test"]));
        Assert.That((config.Patch.MaxFiles, config.Patch.Allow[0]), Is.EqualTo((3, "**/*.rs")));
    }

    [Test]
    public void Vole_needs_nothing_more_and_is_as_its_makers_run_it()
    {
        var config = Load("""{ "extends": "vole" }""");

        Assert.That(config.Suite.Workloads.Select(workload => workload.Spec), Is.EqualTo([
            "perf-full-1000:1000:full:12:15", "perf-many-modules-2000:2000:many-modules:12:25", "perf-wide-types-3000:3000:wide-types:10:12",
            "perf-generics-heavy-4000:4000:generics-heavy:10:12", "perf-stdlib-heavy-5000:5000:stdlib-heavy:10:15",
        ]));
        Assert.That(config.Build.Commands.Single().ToString(), Is.EqualTo("cargo build --profile release-local"));
        Assert.That((config.Build.Binary, config.Run.Command.ToString()), Is.EqualTo(("target/release-local/vole", "{binary} test {workload}/")));
        Assert.That(config.Generator!.Command.ToString(), Does.StartWith("target/debug/vole-stress --seed {seed} --profile {profile} --layers {layers} --modules-per-layer {modulesPerLayer} --output {output} --name {name}"));
    }

    // The last lines of `vole test` (2026.3.4) over the same workload twice: the frame is as wide as the time.
    [Test]
    public void How_long_Vole_took_is_no_part_of_its_output()
    {
        var canonicalizer = new OutputCanonicalizer(Load("""{ "extends": "vole" }""").Run.IgnoreOutput);
        string[] slow = [" ╭─ Summary ─────────────────────────────────╮", " │ • 13 passed  ✘ 1 failed  Ran in 10.13s  │", " ╰─────────────────────────────────────────╯"];
        string[] fast = [" ╭─ Summary ────────────────────────────────╮", " │ • 13 passed  ✘ 1 failed  Ran in 9.87s  │", " ╰────────────────────────────────────────╯"];
        string[] worse = [slow[0], slow[1].Replace("1 failed", "2 failed", StringComparison.Ordinal), slow[2]];

        Assert.That(fast.Select(line => canonicalizer.Canonical(line, [])), Is.EqualTo(slow.Select(line => canonicalizer.Canonical(line, []))));
        Assert.That(canonicalizer.Canonical("thread 'main' (3806) panicked at x.rs:1:2:", []), Is.EqualTo(canonicalizer.Canonical("thread 'main' (21655) panicked at x.rs:1:2:", [])));
        Assert.That(worse.Select(line => canonicalizer.Canonical(line, [])), Is.Not.EqualTo(slow.Select(line => canonicalizer.Canonical(line, []))));
    }

    [Test]
    public void An_unknown_preset_is_a_mistake_with_its_line_and_the_names_there_are()
    {
        var loaded = ConfigLoader.Parse($$"""
            {
              "extends": "meson", {{Needed}}
            }
            """, "perfhunt.json");
        Assert.That(loaded.Error!.ToString(), Does.Contain("perfhunt.json:2: ").And.Contain("\"cargo\" or \"cmake\" or \"dotnet\" or \"make\" or \"vole\""));
    }

    [Test]
    public void What_a_preset_leaves_to_the_project_is_asked_for() => Assert.That(
        ConfigLoader.Parse("""{ "extends": "make", "name": "x" }""", "perfhunt.json").Error!.ToString(),
        Does.Contain("build.binary: missing").And.Contain("suite: missing"));

    private static HuntConfig Load(string text) => ConfigLoader.Parse(text, "perfhunt.json").OrThrow(PerfHunt.Errors.ExitCode.Usage, "");
}
