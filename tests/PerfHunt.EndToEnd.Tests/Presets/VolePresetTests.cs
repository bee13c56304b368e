using Newtonsoft.Json.Linq;
using PerfHunt.Configuration;
using PerfHunt.EndToEnd.Tests.Running;
using PerfHunt.Processes;

namespace PerfHunt.EndToEnd.Tests.Presets;

/// <summary>Init, on a workspace with the same crates, recipes and generator as Vole.</summary>
[Category("EndToEnd")]
public sealed class VolePresetTests
{
    [Test]
    public void Init_knows_the_workspace_of_Vole()
    {
        Prerequisites.Require();
        if (!ExecutableLookup.IsOnPath("cargo"))
        {
            Prerequisites.Lack("not installed: cargo");
        }

        using var folder = new ProjectFolder(VoleWorkspace.Make);

        var (proposed, answer, why) = folder.Hunt("--target=Init", "--format=json");

        Assert.That(proposed, Is.Zero, why);
        Assert.That((string?)JObject.Parse(answer)["preset"], Is.EqualTo("vole"));
        var file = Path.Combine(folder.Repository, "perfhunt.json");
        Assert.That(ConfigLoader.Load(file).Value?.Suite.Workloads.Length, Is.EqualTo(5));
    }
}
