using PerfHunt.Configuration;
using PerfHunt.Loop;
using PerfHunt.SourceControl;
using PerfHunt.Tests.Processes;

namespace PerfHunt.Tests.Loop;

public sealed class SampleRepositoryTests : ProcessFixture
{
    [Test]
    public void A_sample_that_has_changed_is_copied_anew_where_nothing_was_done_in_the_old_copy()
    {
        using var folder = new TemporaryFolder();
        var source = Sample(folder);
        Ensure(folder);
        var first = File.GetCreationTimeUtc(folder.File("copy/source.c"));
        File.WriteAllText(Path.Combine(source, "target", "built"), "again");
        Ensure(folder);
        Assert.That(File.GetCreationTimeUtc(folder.File("copy/source.c")), Is.EqualTo(first), "build output is no part of it");
        File.WriteAllText(Path.Combine(source, "source.c"), "new");

        Ensure(folder);

        Assert.That(File.ReadAllText(folder.File("copy/source.c")), Is.EqualTo("new"));
        Assert.That(Directory.Exists(folder.File("copy/target")) || Directory.Exists(folder.File("copy/fixes")), Is.False);
    }

    [Test]
    public void A_copy_in_which_something_was_done_stays_and_that_is_told()
    {
        using var folder = new TemporaryFolder();
        var source = Sample(folder);
        Ensure(folder);
        File.WriteAllText(folder.File("copy/notes"), "mine");
        File.WriteAllText(Path.Combine(source, "source.c"), "new");

        var told = Ensure(folder);

        Assert.That(File.ReadAllText(folder.File("copy/source.c")), Is.EqualTo("old"));
        Assert.That(told.Single(), Does.Contain("delete that folder"));
    }

    private static string Sample(TemporaryFolder folder)
    {
        var source = folder.File("sample");
        foreach (var below in (string[])["target", "fixes"])
        {
            Directory.CreateDirectory(Path.Combine(source, below));
            File.WriteAllText(Path.Combine(source, below, "x"), "x");
        }

        File.WriteAllText(Path.Combine(source, "source.c"), "old");
        return source;
    }

    private static List<string> Ensure(TemporaryFolder folder)
    {
        var config = new HuntConfig
        {
            Name = "sample",
            Build = new BuildConfig { Commands = [], Binary = "x" },
            Suite = new SuiteConfig { Workloads = [] },
            Run = new RunConfig { Command = new CommandLine(["true"]) },
            Investigator = new InvestigatorConfig { Patches = folder.File("sample/fixes") },
        };
        var told = new Told();
        SampleRepository.Ensure(folder.File("sample"), config, folder.File("copy"), new Git(Runner, folder.File("scratch")), told, CancellationToken.None);
        return told.Lines;
    }

    private sealed class Told : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }
}
