using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using PerfHunt.Configuration;

namespace PerfHunt.Tests.Configuration;

public sealed class ConfigLoaderTests
{
    [Test]
    public void Every_key_of_a_full_configuration_is_read()
    {
        var config = ConfigTexts.Parse(ConfigTexts.Full).Value!;

        Assert.Multiple(() =>
        {
            Assert.That(config.Name, Is.EqualTo("vole"));
            Assert.That(config.Check.Single().ToString(), Is.EqualTo("just check"));
            Assert.That(config.Build.Keep, Is.EqualTo(new[] { "target", "cache" }));
            Assert.That(config.Build.Environment["RUST_BACKTRACE"], Is.EqualTo("0"));
            Assert.That((config.Build.InPlace, config.Build.TimeLimitMinutes), Is.EqualTo((true, 12.5)));
            Assert.That(config.Gate.Select(command => command.ToString()), Is.EqualTo(new[] { "just pre-commit", "true" }));
            Assert.That(config.Generator!.Command.Words, Has.Length.EqualTo(13));
            Assert.That(config.Suite.Workloads.Select(workload => workload.Spec), Is.EqualTo(new[] { "perf-full-1000:1000:full:12:15", "described:7:wide:3:4", "fixed" }));
            Assert.That((config.Suite.Evolved.Single().Layers, config.Suite.Growth), Is.EqualTo((24, 2d)));
            Assert.That((config.Run.IgnoreOutput.Single(), config.Run.TimeLimitSeconds), Is.EqualTo(("in [0-9.]+ s", 60d)));
            Assert.That(config.OwnCode.Single(), Is.EqualTo(new OwnCode("vole_sema::", "vole_sema", "src/crates/vole-sema")));
            Assert.That(config.NoiseFunctions, Is.EqualTo(new[] { "vole_runtime::alloc" }));
            Assert.That((config.Patch.Allow.Single(), config.Patch.Protect.Single(), config.Patch.MaxFiles), Is.EqualTo(("src/**", "tests/**", 7)));
            Assert.That(config.Inspect.Single().Words[2], Is.EqualTo("mir"));
            Assert.That((config.Investigator.Minutes, config.Investigator.Attempts), Is.EqualTo((5d, 2)));
            Assert.That((config.Thresholds.SelfPercent, config.Thresholds.ImprovedPercent, config.Thresholds.RegressedPercent), Is.EqualTo((1d, 1.5, 3d)));
            Assert.That((config.Thresholds.WorkloadRegressedPercent, config.Thresholds.SuspiciousSpeedup, config.Thresholds.KeepMarginal, config.Thresholds.MaxRounds), Is.EqualTo((6d, 20d, true, 30)));
            Assert.That(config.Perf, Is.EqualTo(new PerfConfig { FrequencyHz = 499, Event = "cpu-clock", CallGraph = "dwarf", MinimumSamples = 50, Recordings = 2 }));
            Assert.That(config.Branch, Is.EqualTo("perf/hunt"));
            Assert.That(config.Paths, Is.EqualTo(new PathConfig { State = ".hunt/state.json", Journal = ".hunt/journal.md" }));
        });
    }

    [Test]
    public void What_is_not_given_has_the_defaults_of_the_records()
    {
        var config = ConfigTexts.Parse(ConfigTexts.Minimal).Value!;

        Assert.That(config.Perf, Is.EqualTo(new PerfConfig()));
        Assert.That(config.Thresholds, Is.EqualTo(new ThresholdConfig()));
        Assert.That(config.Investigator, Is.EqualTo(new InvestigatorConfig()));
        Assert.That(config.Build.Keep, Is.EqualTo(new[] { "target" }));
        Assert.That(config.Generator, Is.Null);
    }

    [Test]
    public void An_agent_with_a_relative_path_is_found_from_the_configuration_file() =>
        Assert.That(ConfigTexts.Parse(ConfigTexts.Full).Value!.Investigator.Command!.Words, Is.EqualTo(new[] { "/repository/agent.sh", "{dossier}", "{result}" }));

    [Test]
    public void The_folder_of_patches_is_found_from_the_configuration_file() =>
        Assert.That(ConfigTexts.Parse(ConfigTexts.Full).Value!.Investigator.Patches, Is.EqualTo("/repository/fixes"));

    [Test]
    public void All_mistakes_are_told_at_once_each_with_its_line()
    {
        var error = ConfigTexts.Parse(
            """
            {
              "name": "tally",
              "build": { "comands": [["make"]], "binary": "../tally" },
              "suite": { "workloads": ["a:1:full:0:1"] },
              "run": { "command": "{binary}" },
              // a comment
              "brnach": "x",
            }
            """).Error!;

        Assert.That(error.ToString().Split('\n'), Is.EqualTo(new[]
        {
            "/repository/perfhunt.json:3: build.commands: missing; expected an array of commands, each an array of words, such as [[\"make\", \"test\"]]",
            "/repository/perfhunt.json:3: build.binary: expected a relative path without '..', found: \"../tally\"",
            "/repository/perfhunt.json:3: build.comands: unknown key; did you mean 'commands'?",
            "/repository/perfhunt.json:4: suite.workloads[0]: layers must be a whole number, 1 or more; a workload spec is name:seed:profile:layers:modules_per_layer, such as perf-full-1000:1000:full:12:15: a:1:full:0:1",
            "/repository/perfhunt.json:5: run.command: expected a command as an array of words, such as [\"make\", \"test\"], found: \"{binary}\"",
            "/repository/perfhunt.json:7: brnach: unknown key; did you mean 'branch'?",
        }));
    }

    [TestCase("")]
    [TestCase("   // nothing")]
    [TestCase("[]")]
    [TestCase("{} {}")]
    [TestCase("{\n\"name\": \"a\"\n\"build\": {} }")]
    [TestCase("{ \"name\": \"a\", \"name\": \"b\" }")]
    [TestCase("\0")]
    public void What_is_not_one_JSON_object_is_refused(string text) =>
        Assert.That(ConfigTexts.Parse(text).Error!.ToString(), Does.StartWith("/repository/perfhunt.json"));

    [Test]
    public void A_missing_comma_is_located() =>
        Assert.That(ConfigTexts.Parse("{\n\"name\": \"a\"\n\"build\": {} }").Error!.ToString(), Does.StartWith("/repository/perfhunt.json:3: not valid JSON: ").And.EndWith("\"build\": {} }"));

    [Test]
    public void A_missing_file_is_a_located_error_not_an_exception()
    {
        Assert.That(ConfigLoader.Load("/nowhere/perfhunt.json").Error!.ToString(), Is.EqualTo("/nowhere/perfhunt.json: there is no such configuration file"));
        Assert.That(ConfigLoader.Load("/").Error!.ToString(), Does.StartWith("/: the configuration cannot be read: "));
    }

    [Test]
    public void Every_configuration_in_this_repository_is_valid()
    {
        var files = Directory.GetFiles(RepositoryRoot.Path, "perfhunt.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/artifacts/", StringComparison.Ordinal));

        Assert.That(files.Select(file => ConfigLoader.Load(file).Error?.ToString()), Is.All.Null.And.Not.Empty);
    }

    [Test]
    public void No_text_makes_the_loader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => ConfigTexts.Parse(text ?? "").Error is not null).QuickCheckThrowOnFailure();

    [Test]
    public void A_value_put_in_anywhere_is_read_or_located()
    {
        var places = JObject.Parse(ConfigTexts.Full).Descendants().OfType<JValue>().Select(value => value.Path).ToList();
        string[] values = ["null", "true", "-1", "0", "1e400", "1.5", "99999999999999999999", "\"\"", "\"x\"", "[]", "[1]", "[[]]", "{}", "{\"x\":1}"];
        var cases = from place in places from value in values select (place, value);

        foreach (var (place, value) in cases)
        {
            var root = JObject.Parse(ConfigTexts.Full);
            root.SelectToken(place)!.Replace(JToken.Parse(value));
            var result = ConfigTexts.Parse(root.ToString());
            Assert.That(result.Succeeded || result.Error.Line > 0, $"{value} at {place}: {result.Error}");
        }
    }
}
