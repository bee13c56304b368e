using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Workloads;

public sealed class FixedFilesTests
{
    [Test]
    public void The_hash_follows_the_content_of_files_and_folders_in_whichever_checkout()
    {
        using var folder = new TemporaryFolder();
        foreach (var tree in (string[])["a", "b"])
        {
            Directory.CreateDirectory(folder.File($"{tree}/data"));
            File.WriteAllText(folder.File($"{tree}/data/x"), "1");
            File.WriteAllText(folder.File($"{tree}/y"), "2");
        }

        var workload = Reading("data", "y");
        var before = FixedFiles.Hash(workload, folder.File("a"));
        Assert.That(FixedFiles.Hash(workload, folder.File("b")), Is.EqualTo(before).And.Match("^[0-9a-f]{64}$"));

        File.WriteAllText(folder.File("b/data/x"), "3");
        File.WriteAllText(folder.File("a/y"), "4");
        Assert.That(new[] { before, FixedFiles.Hash(workload, folder.File("a")), FixedFiles.Hash(workload, folder.File("b")) }, Is.Unique);
    }

    [Test]
    public void An_absolute_path_is_taken_as_it_is()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x"), "1");

        Assert.That(FixedFiles.Hash(Reading(folder.File("x")), "/nowhere"), Is.Not.Null);
    }

    [Test]
    public void Without_files_there_is_no_hash() => Assert.That(FixedFiles.Hash(Reading(), "/nowhere"), Is.Null);

    [Test]
    public void A_missing_file_makes_the_baseline_invalid_and_is_named() => Assert.That(
        () => FixedFiles.Hash(Reading("data/none"), "/nowhere"),
        Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.BaselineInvalid).And.Message.Contains("data/none"));

    private static WorkloadConfig Reading(params string[] files) => new() { Name = "w", Command = new CommandLine(["{binary}"]), Files = [.. files] };
}
