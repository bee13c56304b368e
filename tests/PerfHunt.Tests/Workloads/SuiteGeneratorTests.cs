using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Workloads;

public sealed class SuiteGeneratorTests : ScriptedProgram
{
    private const string Writes = "mkdir -p $1/$2; echo $3 $4 $5 $6 > $1/$2/input; echo run >> calls";

    private Suite _suite = new("", []);
    private string _tree = "";

    [SetUp]
    public void MakeSuite()
    {
        _tree = Path.Combine(Folder, "tree");
        Directory.CreateDirectory(_tree);
        _suite = new Suite(Path.Combine(Folder, "suite"), [Spec("a:1:full:2:3"), Spec("b:2:wide:4:5"), Fixed("c")]);
    }

    [Test]
    public void Missing_workloads_are_made_and_the_generator_is_built_once()
    {
        var made = Generate(Writes);

        Assert.That(made.Select(one => one.State), Is.EqualTo([GenerationState.Made, GenerationState.Made, GenerationState.Kept]));
        Assert.That(File.ReadAllText(Path.Combine(_suite.BaseFolder, "b", "input")), Is.EqualTo("2 wide 4 5\n"));
        Assert.That(File.ReadAllLines(Path.Combine(_tree, "calls")), Is.EqualTo(["build", "run", "run"]));
        Assert.That(made[2].ContentHash, Is.Null);
    }

    [Test]
    public void What_is_there_and_unchanged_is_kept_without_building_anything()
    {
        var before = Generate(Writes);
        File.Delete(Path.Combine(_tree, "calls"));

        var after = Generate(Writes);

        Assert.That(after.Select(one => one.State), Has.All.EqualTo(GenerationState.Kept));
        Assert.That(after.Select(one => one.ContentHash), Is.EqualTo(before.Select(one => one.ContentHash)));
        Assert.That(File.Exists(Path.Combine(_tree, "calls")), Is.False);
    }

    [Test]
    public void A_damaged_workload_is_restored()
    {
        Generate(Writes);
        File.WriteAllText(Path.Combine(_suite.BaseFolder, "a", "cache"), "planted");

        Assert.That(Generate(Writes).Select(one => one.State), Is.EqualTo([GenerationState.Restored, GenerationState.Kept, GenerationState.Kept]));
        Assert.That(File.Exists(Path.Combine(_suite.BaseFolder, "a", "cache")), Is.False);
    }

    [Test]
    public void Another_content_by_the_same_spec_is_told()
    {
        Generate(Writes);

        Assert.That(Generate($"{Writes}; echo more > $1/$2/more", again: true)[0].State, Is.EqualTo(GenerationState.Different));
    }

    [Test]
    public void Another_spec_of_the_same_name_is_made()
    {
        Generate(Writes);
        _suite = _suite with { Workloads = [Spec("a:1:full:2:4")] };

        Assert.That(Generate(Writes).Single().State, Is.EqualTo(GenerationState.Made));
    }

    [Test]
    public void A_half_made_workload_is_made_again()
    {
        Assert.That(() => Generate("mkdir -p $1/$2; echo half > $1/$2/rubbish; exit 1"), Throws.TypeOf<CommandFailedException>());

        Generate(Writes);

        Assert.That(File.Exists(Path.Combine(_suite.BaseFolder, "a", "rubbish")), Is.False);
    }

    [Test]
    public void A_folder_that_the_generator_names_is_used()
    {
        _suite = _suite with { Workloads = _suite.Workloads[..1] };

        var made = Generate("mkdir -p elsewhere/x; echo hi > elsewhere/x/f; echo 'output:  elsewhere/x '");

        Assert.That(made.Single().Folder, Is.EqualTo(Path.Combine(_tree, "elsewhere", "x")));
        Assert.That(_suite.FolderOf(_suite.Workloads[0]), Is.EqualTo(made.Single().Folder));
    }

    [TestCase("exit 3", "exited with 3")]
    [TestCase(":", "wrote nothing")]
    public void A_generator_that_does_not_work_makes_the_baseline_invalid(string script, string named) =>
        Assert.That(
            () => Generate(script),
            Throws.InstanceOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.BaselineInvalid).And.Message.Contains(named));

    [TestCase("x\noutput: /a/b\n", "/a/b")]
    [TestCase("  output: rel/x", "/tree/rel/x")]
    [TestCase("output: /old\noutput: /new", "/new")]
    [TestCase("output:\n", null)]
    [TestCase("wrote output: /a", null)]
    [TestCase("", null)]
    public void The_last_line_that_names_a_folder_counts(string output, string? folder) =>
        Assert.That(SuiteGenerator.NamedFolder(output, "/tree"), Is.EqualTo(folder));

    private static WorkloadConfig Spec(string text) => WorkloadSpec.Parse(text, "test").Value!;

    private ImmutableArray<GeneratedWorkload> Generate(string script, bool again = false)
    {
        var config = new HuntConfig
        {
            Name = "test",
            Build = new BuildConfig { Commands = [], Binary = "program" },
            Suite = new SuiteConfig { Workloads = _suite.Workloads },
            Run = new RunConfig { Command = new CommandLine(["true"]) },
            Generator = new GeneratorConfig
            {
                Build = [new CommandLine(["sh", "-c", "echo build >> calls"])],
                Command = new CommandLine(["sh", "-c", script, "sh", "{output}", "{name}", "{seed}", "{profile}", "{layers}", "{modulesPerLayer}"]),
            },
        };
        return new SuiteGenerator(Processes, config).Generate(_suite, _tree, again);
    }
}
