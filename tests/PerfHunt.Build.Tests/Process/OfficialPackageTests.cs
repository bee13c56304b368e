using System.Diagnostics;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tests.Process;

/// <summary>One property replaces the stand-in by the official packages.</summary>
[Category("Processes")]
public sealed class OfficialPackageTests
{
    [Test]
    public void The_switch_leaves_package_references_only()
    {
        var items = Evaluate("true");
        Assert.That(items, Does.Contain("\"Cake.Frosting\"").And.Contain("\"Cake.Core\"").And.Contain("\"Cake.Common\""));
        Assert.That(items, Does.Not.Contain("Cake.Frosting.csproj").And.Not.Contain("Cake.Tool").And.Not.Contain("HintPath"));
    }

    [Test]
    public void Without_the_switch_the_stand_in_is_used()
    {
        var items = Evaluate("false");
        Assert.That(items, Does.Contain("Cake.Frosting.csproj").And.Contain("\"Cake.Tool\"").And.Contain("Cake.Core.dll"));
        Assert.That(items, Does.Not.Contain("\"Identity\": \"Cake.Frosting\""));
    }

    private static string Evaluate(string official)
    {
        var project = Path.Combine(OwnRepository.Root, "build", "Build.csproj");
        string[] arguments =
        [
            "msbuild", project, "-nologo", "-nodeReuse:false", $"-p:UseOfficialCakeFrosting={official}",
            "-getItem:PackageReference,ProjectReference,PackageDownload,Reference",
        ];
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }
}
