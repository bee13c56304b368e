using Newtonsoft.Json.Linq;
using PerfHunt.Configuration;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Presets;

/// <summary>A workspace with Vole's crates, recipes and generator, the way its maintainer would go: Init, Doctor, one iteration.</summary>
[Category("EndToEnd")]
public sealed class VolePresetTests
{
    [Test]
    public void The_workspace_of_Vole_goes_from_Init_through_an_iteration()
    {
        Prerequisites.Require("cargo", "just");
        using var folder = new ProjectFolder("vole");

        var proposal = Json(folder.Hunt("--target=Init", "--format=json"));

        Assert.That((string?)proposal["preset"], Is.EqualTo("vole"));
        var file = Path.Combine(folder.Repository, ConfigPaths.DefaultFileName);
        Assert.That(ConfigLoader.Load(file).Value?.Suite.Workloads.Length, Is.EqualTo(5));

        // The only edit: who makes the change. A fast machine may take fewer samples of these small workloads than a hunt wants.
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"kind\": \"manual\" }", "\"patches\": \"fixes\" }, \"perf\": { \"minimumSamples\": 50 }", StringComparison.Ordinal));
        folder.Commit("hunt");

        var health = Json(folder.Hunt("--target=Doctor", "--format=json"));
        Assert.That((bool?)health["can_run"], Is.True, health.ToString());

        var result = Json(folder.Hunt("--target=PerfHunt", "--iterations=1", "--format=json"));
        Assert.Multiple(() =>
        {
            Assert.That((string?)result.SelectToken("iterations[0].function"), Is.EqualTo("vole_sema::scope::Scope::lookup"));
            Assert.That((string?)result.SelectToken("iterations[0].attempts[0].outcome"), Is.EqualTo("fixed"), result.ToString());
            Assert.That(folder.Git("log", "-1", "--format=%s", "perf-hunt"), Does.Match(@"^perf: .* \([a-z]+-[a-z0-9]{4}\)$"), "the subject ends with the ticket");
            Assert.That(folder.Git("status", "--porcelain", "-uall").Split('\n'), Has.All.StartsWith("?? .claude/perf-hunt-"), "tickets are ignored there");
        });
    }

    private static JObject Json((int ExitCode, string Output, string Error) run)
    {
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        return JObject.Parse(run.Output);
    }
}
