using System.IO.Compression;
using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>What people look at: pages, exports and annotated functions of a hunt's recordings, and of recordings of their own.</summary>
[Category("EndToEnd")]
public sealed class ProfileTargetTests
{
    private const int Usage = 2, Precondition = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("perfhunt-profiles-").FullName;

    private static TallyProject Project => SharedHunt.Instance.Project;

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_flame_graph_of_the_last_round_lies_in_the_workspace()
    {
        var run = Project.Target("FlameGraph").Run();
        var page = Path.Combine(Project.Workspace, "reports", "flame-graph.html");

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Output, Does.Contain($"Flame graph: {page}").And.Match(@"\d+ samples of \S+, \d+ threads in \d+ processes, \d+ lost, \d+ \(\d+\.\d\d %\) in no known function"));
        Assert.That(File.ReadAllText(page), Does.Contain("words_find").And.Contain("default-src 'none'"));
    }

    // Both programs are still known, although their slots were built again.
    [Test]
    public void A_difference_compares_the_start_with_the_last_round_and_knows_both_programs()
    {
        var page = Path.Combine(_folder, "diff.html");
        var run = Project.Target("FlameDiff", $"--output={page}", "--format=json").Run();
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        var sides = JObject.Parse(run.Output)["profiles"]!;

        Assert.That(sides.Select(side => Path.GetFileName(Path.GetDirectoryName(((string)side["recording"]!).Split(", ")[0])!)), Is.EqualTo(new[] { "start-profiles", "profiles" }));
        Assert.That(sides.Select(side => (double)side["unknown_samples"]! / (double)side["samples"]!), Is.All.LessThan(0.1), run.ToString());
        Assert.That(File.ReadAllText(page), Does.Contain("\"isDifference\":true").And.Contain("words_find"));
        Assert.That(run.Error.Contains("newest commit is recorded by --target=ProfileRound", StringComparison.Ordinal), Is.EqualTo((string)Project.State.SelectToken("baseline.commit")! != (string)Project.State.SelectToken("hunt.head_commit")!), run.ToString());
    }

    [TestCase("folded")]
    [TestCase("speedscope")]
    [TestCase("pprof")]
    [TestCase("firefox")]
    public void An_export_holds_the_functions(string format)
    {
        var file = Path.Combine(_folder, $"export.{format}");
        var run = Project.Target("Export", $"--export-format={format}", $"--output={file}").Run();
        Assert.That(run.ExitCode, Is.Zero, run.ToString());

        using Stream stream = format == "pprof" ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file);
        using var reader = new StreamReader(stream);
        Assert.That(reader.ReadToEnd(), Does.Contain("words_find"));
    }

    [Test]
    public void An_annotated_function_shows_lines_with_their_code_and_instructions()
    {
        var run = Project.Target("Annotate", "--symbol=words_count").Run();

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Output, Does.Match(@"words_count: \d+\.\d\d % self").And.Match(@"% +src/words\.c:\d+ +\S").And.Contain("Hottest instructions"));
    }

    [Test]
    public void A_function_that_only_calls_others_shows_whom()
    {
        var run = Project.Target("Annotate", "--symbol=main").Run();

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Output, Does.Match(@"main: \d+\.\d\d % self, \d+\.\d\d % with what it calls").And.Match(@"Callees\n").And.Contain("words_count"));
    }

    [Test]
    public void An_inlined_function_shows_whom_it_was_inlined_into()
    {
        var run = Project.Target("Annotate", "--symbol=words_same").Run();

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Output, Does.Contain("where it was inlined into others").And.Match(@"Callers\n.*\n.*% +words_find"));
    }

    [Test]
    public void A_hotspot_that_is_mostly_an_inlined_function_is_named_both_ways()
    {
        var tickets = Directory.GetFiles(Path.Combine(Project.Folder, ".tickets")).Select(File.ReadAllText);

        Assert.That(SharedHunt.Instance.Run.Error, Does.Match(@"Iteration 1: words_find \(\d+ % of it in words_same, inlined\)"));
        Assert.That(tickets, Has.Some.Match(@"# perf-hunt: words_find \(words_same, inlined\) at \d+\.\d% samples"));
        Assert.That(tickets, Has.Some.Match(@"Hotspot: words_find\nMostly: words_same, inlined into it"));
    }

    [Test]
    public void Stacks_hold_inlined_functions_on_demand()
    {
        string Folded(string rankBy)
        {
            var file = Path.Combine(_folder, $"{rankBy}.folded");
            Assert.That(Project.Target("Export", "--export-format=folded", $"--rank-by={rankBy}", $"--output={file}").Run().ExitCode, Is.Zero);
            return File.ReadAllText(file);
        }

        Assert.That(Folded("physical"), Does.Contain("words_find").And.Not.Contain("words_same"));
        Assert.That(Folded("inlined"), Does.Match(@"words_find;words_same \d+\n"));
    }

    // The choice is kept: the second call does not name it.
    [Test]
    public void Ranked_by_inlined_functions_a_hunt_chooses_the_one_that_was_written()
    {
        using var project = new TallyProject();
        var run = project.Target("Analyze", "--rank-by=inlined").Run();

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Error, Does.Contain("Iteration 1: words_same, "));
        Assert.That((string)project.State["current_hotspot"]!["function"]!, Is.EqualTo("words_same"));
        Assert.That((string)project.State.SelectToken("hunt.rank_by")!, Is.EqualTo("inlined").IgnoreCase);
    }

    [Test]
    public void Without_a_function_the_hottest_are_listed_with_threads() =>
        Assert.That(Project.Target("Annotate").Run().Output, Does.Contain("Hottest functions").And.Contain("words_find").And.Match(@"(?m)^Threads$"));

    [Test]
    public void The_dossier_of_the_hotspot_shows_its_lines_and_instructions()
    {
        var dossier = File.ReadAllText(Path.Combine(Project.Workspace, "investigations", "001-1", "dossier.md"));

        Assert.That(dossier, Does.Contain("## Hot lines").And.Contain("## Hottest instructions").And.Match(@"\| `src/words\.c:\d+` \| `\S").And.Match(@"## Source\n\n`src/words\.c:\d+`\n\n[\s\S]*words_find\("));
    }

    [Test]
    public void A_recording_of_ones_own_needs_no_hunt()
    {
        var recording = Path.Combine(_folder, "own.data");
        File.Copy(Directory.GetFiles(Path.Combine(Project.Workspace, "profiles"), "*.data").Order(StringComparer.Ordinal).First(), recording);
        var run = Host.Run("--target=FlameGraph", $"--recording={recording}");

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(File.Exists($"{recording}.flame-graph.html"));
    }

    [Test]
    public void Mistakes_say_what_to_do()
    {
        var text = Path.Combine(_folder, "text");
        File.WriteAllText(text, "no recording");
        Fails(Usage, "Name a file that perf record wrote", "--target=Export", $"--recording={text}");
        Fails(Usage, "no such file", "--target=FlameGraph", $"--recording={text}.missing");
        Fails(Usage, "both recordings or none", "--target=FlameDiff", $"--before={text}");
        Fails(Usage, "in its name", [.. Project.Target("Annotate", "--symbol=no_such_function").Words]);
        using var fresh = new TallyProject();
        Fails(Precondition, "--recording=FILE", [.. fresh.Target("FlameGraph").Words]);
    }

    private static void Fails(int exitCode, string remedy, params string[] words)
    {
        var run = Host.Run(words);
        Assert.That((run.ExitCode, run.Error.Contains(remedy, StringComparison.Ordinal)), Is.EqualTo((exitCode, true)), run.ToString());
    }
}
