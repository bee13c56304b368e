using System.Diagnostics;
using PerfHunt.Build.Hosting;

namespace PerfHunt.EndToEnd.Tests.Presets;

/// <summary>The package is installed from a folder, as the README says, and used in a repository and outside of one.</summary>
[Category("EndToEnd")]
public sealed class ToolPackageTests
{
    [Test]
    public void The_installed_tool_works_in_the_repository_that_it_is_called_from_and_carries_the_sample()
    {
        var root = Directory.CreateTempSubdirectory("perfhunt-tool-").FullName;
        try
        {
            Run(root, "dotnet", "pack", Path.Combine(OwnRepository.Root, "build", "Build.csproj"), "--artifacts-path", Path.Combine(root, "made"), "--output", Path.Combine(root, "packages"), "-nodeReuse:false", "-p:RunAnalyzers=false", "--nologo");
            Run(root, "dotnet", "tool", "install", "PerfHunt.Tool", "--tool-path", Path.Combine(root, "tools"), "--add-source", Path.Combine(root, "packages"));
            var tool = Path.Combine(root, "tools", "perf-hunt");
            using var project = new ProjectFolder("make");

            Assert.Multiple(() =>
            {
                Assert.That(Run(Path.Combine(project.Repository, "src"), tool, "--target=Status"), Does.Contain($"No hunt has begun in {project.Repository}"));
                Assert.That(Run(root, tool, "--target=Status"), Does.Contain(Path.Combine("perf-hunt", "sample", "mole")));
                Assert.That(Run(root, tool, "--help"), Does.StartWith("USAGE: perf-hunt [").And.Contain("--iterations=N"));
                Assert.That(Directory.GetFiles(root, "config.toml", SearchOption.AllDirectories).Where(file => file.Contains("samples/mole/.cargo", StringComparison.Ordinal)), Is.Not.Empty);
            });
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Run(string folder, string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output + error.Result);
        return output;
    }
}
