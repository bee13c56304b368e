using Newtonsoft.Json.Linq;

namespace PerfHunt.EndToEnd.Tests.Presets;

/// <summary>One small real project for each preset, each through a whole iteration with a change that halves its time.</summary>
[Category("EndToEnd")]
public sealed class PresetTests
{
    [TestCase("make", "is_prime", "make", "cc")]
    [TestCase("cmake", "divisors::count(unsigned int)", "cmake", "c++")]
    [TestCase("cargo", "collatz::steps", "cargo")]
    public void A_project_with_that_build_goes_through_an_iteration(string preset, string hotspot, params string[] tools)
    {
        Need([.. tools, "perf", "git"]);
        using var folder = new ProjectFolder(preset);

        var (exitCode, output, error) = folder.Hunt("--target=PerfHunt", "--iterations=1", "--format=json");

        Assert.That(exitCode, Is.Zero, error);
        var result = JObject.Parse(output);
        Assert.Multiple(() =>
        {
            Assert.That((string?)result.SelectToken("iterations[0].function"), Is.EqualTo(hotspot));
            Assert.That((string?)result.SelectToken("iterations[0].attempts[0].outcome"), Is.EqualTo("fixed"), error);
            Assert.That((double?)result.SelectToken("closing.high_percent"), Is.LessThan(-20));
            Assert.That(folder.Git("rev-list", "--count", "main..perf-hunt"), Is.EqualTo("1"));
            Assert.That(folder.Git("status", "--porcelain"), Is.Empty);
        });
    }

    private static void Need(params string[] tools)
    {
        var missing = tools.Where(tool => !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)))).ToList();
        if (missing.Count > 0)
        {
            var reason = $"not installed: {string.Join(", ", missing)}";
            Assert.That(Environment.GetEnvironmentVariable("CI"), Is.Null.Or.Empty, reason);
            Assert.Ignore(reason);
        }
    }
}
