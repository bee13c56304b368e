using Newtonsoft.Json.Linq;
using PerfHunt.Configuration;
using PerfHunt.EndToEnd.Tests.Running;
using PerfHunt.Workloads;

namespace PerfHunt.EndToEnd.Tests.Presets;

/// <summary>One small real project for each preset, each through a whole iteration with a change that halves its time.</summary>
[Category("EndToEnd")]
public sealed class PresetTests
{
    [TestCase("make", "is_prime", "make", "cc")]
    [TestCase("cmake", "divisors::count(unsigned int)", "cmake", "c++")]
    [TestCase("cargo", "collatz::steps", "cargo")]
    [TestCase("dotnet", "Primes.Prime::IsPrime(uint32)", "dotnet")]
    public void A_project_with_that_build_goes_through_an_iteration(string preset, string hotspot, params string[] tools)
    {
        Prerequisites.Require(tools);
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

    [TestCase("make", "build/primes", "make")]
    [TestCase("cmake", "build/divisors", "cmake")]
    [TestCase("cargo", "target/release/collatz", "cargo")]
    [TestCase("dotnet", "src/Count/bin/Release/net10.0/Count.dll", "dotnet")]
    public void Init_finds_preset_and_program_and_overwrites_nothing(string preset, string binary, string tool)
    {
        Prerequisites.Require(tool);
        using var folder = new ProjectFolder(preset);
        var file = Path.Combine(folder.Repository, "perfhunt.json");
        Assert.That(folder.Hunt("--target=Init").ExitCode, Is.EqualTo(2), "there is one");
        Assert.That(folder.Git("status", "--porcelain"), Is.Empty);
        File.Delete(file);

        var (exitCode, output, error) = folder.Hunt("--target=Init", "--format=json");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That((string?)JObject.Parse(output)["preset"], Is.EqualTo(preset));
        var config = ConfigLoader.Load(file);
        Assert.That(config.Value?.Build.Binary, Is.EqualTo(binary), config.Error?.ToString());
        Assert.That(config.Value?.Gate, Is.Not.Empty);
        Assert.That(folder.Git("status", "--porcelain"), Is.EqualTo("M perfhunt.json").Or.EqualTo(" M perfhunt.json"));
    }

    [TestCase("make", "make", "cc")]
    [TestCase("cmake", "cmake", "c++")]
    [TestCase("cargo", "cargo")]
    [TestCase("dotnet", "dotnet")]
    public void The_doctor_finds_that_the_hunt_can_run_and_begins_none(string preset, params string[] tools)
    {
        Prerequisites.Require(tools);
        using var folder = new ProjectFolder(preset);

        var (exitCode, output, error) = folder.Hunt("--target=Doctor", "--format=json");

        Assert.That(exitCode, Is.Zero, output + error);
        var result = JObject.Parse(output);
        string[] subjects = [.. result.SelectTokens("rows[*].subject").Values<string>().OfType<string>()];
        Assert.Multiple(() =>
        {
            Assert.That((bool?)result["can_run"], Is.True);
            Assert.That(subjects, Is.SupersetOf(["tool perf", "perf permission", "hardware counters", "disk", "frame pointers", "DWARF stacks", "gate", "an iteration"]));
            Assert.That(folder.Git("status", "--porcelain", "--ignored"), Is.Empty);
        });
    }

    [Test]
    public void The_doctor_names_every_fault_with_its_remedy_and_ends_with_3()
    {
        Prerequisites.Require();
        using var folder = new ProjectFolder("make");
        var file = Path.Combine(folder.Repository, "perfhunt.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"1500000\"", "\"200000\"", StringComparison.Ordinal).Replace("\"name\": \"primes\"", "\"name\": \"primes\", \"gate\": [[\"false\"]]", StringComparison.Ordinal));

        var (exitCode, output, error) = folder.Hunt("--target=Doctor", "--format=json");

        Assert.That(exitCode, Is.EqualTo(3), output + error);
        var faults = JObject.Parse(output).SelectTokens("rows[?(@.state == 'fault')]").ToList();
        Assert.That(faults.Select(row => (string?)row["subject"]), Is.EquivalentTo(["work tree", "workload below-three-million", "gate"]));
        Assert.That(faults.Select(row => (string?)row["remedy"]), Has.All.Not.Empty);
    }

    [Test]
    public void An_input_that_changes_during_the_hunt_or_is_not_the_pinned_one_ends_it_with_5()
    {
        Prerequisites.Require();
        using var folder = new ProjectFolder("make");
        var input = Path.Combine(Path.GetDirectoryName(folder.Repository)!, "input.txt");
        File.WriteAllText(input, "before");
        // So short that the many rounds of a calibration take no time, and far too short to be measured well.
        Edit(folder, "\"1500000\"]", $"\"30\"], \"files\": [\"{input}\"]");
        var (begun, _, why) = folder.Hunt("--target=Calibrate", "--force");
        Assert.That(begun, Is.Zero, why);
        File.WriteAllText(input, "after");

        var (changed, _, error) = folder.Hunt("--target=ProfileRound");

        Assert.That(changed, Is.EqualTo(5), error);
        Assert.That(error, Does.Contain(input).And.Contain("below-three-million").And.Contain("Bring the old content back"));

        var pinned = FixedFiles.Hash(new WorkloadConfig { Name = "x", Files = [input] }, folder.Repository)!;
        Edit(folder, $"[\"{input}\"]", $"[\"{input}\"], \"filesHash\": \"{pinned}\"");
        File.WriteAllText(input, "others");
        var (refused, _, told) = folder.Hunt("--target=ProfileRound");
        Assert.That(refused, Is.EqualTo(5), told);
        Assert.That(told, Does.Contain("filesHash"));
    }

    [Test]
    public void A_person_makes_the_change_and_calls_from_the_clone()
    {
        Prerequisites.Require();
        using var folder = new ProjectFolder("make");
        Edit(folder, "\"patches\": \"fixes\"", "\"kind\": \"manual\"");
        var (prepared, _, error) = folder.Hunt("--target=Investigate");
        Assert.That(prepared, Is.Zero, error);
        folder.CalledFrom = Directory.GetDirectories(Path.Combine(folder.Workspace, "clones")).Single();
        var source = Path.Combine(folder.CalledFrom, "src", "prime.c");
        File.WriteAllText(source, File.ReadAllText(source).Replace("number < 2)", "number < 2 || (number > 2 && number % 2 == 0))", StringComparison.Ordinal)
            .Replace("divisor = 2;", "divisor = 3;", StringComparison.Ordinal).Replace("divisor++", "divisor += 2", StringComparison.Ordinal));

        var (exitCode, output, why) = folder.Hunt("--target=CommitOrRevert", "--format=json");

        Assert.That(exitCode, Is.Zero, why);
        Assert.That((string?)JObject.Parse(output).SelectToken("iterations[0].outcome"), Is.EqualTo("fixed"), why);
    }

    private static void Edit(ProjectFolder folder, string old, string now)
    {
        var file = Path.Combine(folder.Repository, ConfigPaths.DefaultFileName);
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, now, StringComparison.Ordinal));
        folder.Commit("another configuration");
    }
}
