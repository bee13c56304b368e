using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>Every step of the hunt as a target of its own.</summary>
[Category("EndToEnd")]
public sealed class TargetTests
{
    private const int Precondition = 3;

    // Each with the phase in which it leaves a hunt whose earlier steps have run.
    private static readonly (string Target, string Phase)[] Steps =
    [
        ("Preflight", "Uninitialized"),
        ("BuildReleaseLocal", "Baselined"),
        ("GenerateSuite", "Baselined"),
        ("Calibrate", "Baselined"),
        ("ProfileRound", "Profiled"),
        ("Analyze", "HotspotChosen"),
        ("Investigate", "Investigated"),
        ("Verify", "Judged"),
        ("CommitOrRevert", "HotspotChosen"),
    ];

    private static readonly string[] Targets = [.. Steps.Select(step => step.Target), "PerfHunt"];

    // What each step says only when it does its work.
    private static readonly string[] Work =
        ["project's own check", "Building the baseline", "Generating the suite", "Running every workload twice", "Profiled many-words", "Iteration 1: ", "Attempt 1: "];

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void Each_does_what_is_missing_and_nothing_twice()
    {
        using var project = OneWorkload();
        var before = UserSnapshot.Of(project.Folder);
        for (var i = 0; i < Steps.Length; i++)
        {
            var run = project.Target(Steps[i].Target).Run();
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That((string)project.State["phase"]!, Is.EqualTo(Steps[i].Phase).IgnoreCase, run.ToString());
            if (Steps[i].Target == "ProfileRound")
            {
                APartOfTheSuiteIsNotRanked(project);
            }

            Assert.That(Work.Where((line, step) => run.Error.Contains(line, StringComparison.Ordinal) != (step == i)), Is.Empty, run.ToString());
        }

        EachGoesOnAlone(project);
        Assert.That(UserSnapshot.Of(project.Folder), Is.EqualTo(before));
    }

    [Test]
    public void The_last_step_on_a_fresh_repository_does_all_before_it()
    {
        using var project = OneWorkload();
        var run = project.Target("commitorrevert", "--format=json").Run();
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(Work.Where(line => !run.Error.Contains(line, StringComparison.Ordinal)), Is.Empty, run.ToString());
        Assert.That((string)JObject.Parse(run.Output)["kind"]!, Is.EqualTo("hunt"));
        Assert.That(Leftovers.Of(project), Is.Empty);
    }

    [Test]
    public void Alone_and_without_what_it_needs_a_step_says_what_to_run()
    {
        using var project = new TallyProject();
        foreach (var (target, _) in Steps.Skip(1))
        {
            Refusal.Expect(project, project.Target(target, "--exclusive"), Precondition, $"{target} has nothing to work on", "without --exclusive");
        }
    }

    [Test]
    public void A_dry_run_names_the_steps_and_touches_nothing()
    {
        using var project = new TallyProject();
        foreach (var target in Targets)
        {
            var run = project.Target(target, "--dryrun").Run();
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Output, Does.Match($@"\d+\. {target}\s"));
            Assert.That(run.Error, Is.Empty);
        }

        Assert.That(Directory.Exists(project.Workspace) || Directory.Exists(Path.Combine(project.Folder, ".claude")), Is.False);
    }

    [TestCase("--tree")]
    [TestCase("--description")]
    public void Tree_and_description_name_every_step_and_touch_nothing(string view)
    {
        using var project = new TallyProject();
        var run = project.Target("PerfHunt", view).Run();
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(Targets.Where(target => !run.Output.Contains(target, StringComparison.Ordinal)), Is.Empty);
        Assert.That(Directory.Exists(project.Workspace) || Directory.Exists(Path.Combine(project.Folder, ".claude")), Is.False);
    }

    private static void APartOfTheSuiteIsNotRanked(TallyProject project)
    {
        project.Target("ProfileRound", "--exclusive", "--workloads=many-words").Run();
        Assert.That((string)project.State["phase"]!, Is.EqualTo("Profiled"));
        Assert.That(project.State.SelectToken("hunt.profile_round")!.Count(), Is.EqualTo(1));
    }

    private static TallyProject OneWorkload() => new(folder =>
        TallyProject.Replace(Path.Combine(folder, "perfhunt.json"), ", \"much-text:9:few:2:10\"", ""));

    // Also after others, with --exclusive and their inputs there: the first steps once more, then the next attempt, step by step.
    private static void EachGoesOnAlone(TallyProject project)
    {
        foreach (var (target, _) in Steps.Take(3))
        {
            var again = project.Target(target, "--exclusive").Run();
            Assert.That((again.ExitCode, (string)project.State["phase"]!), Is.EqualTo((0, "HotspotChosen")), again.ToString());
        }

        var suite = JArray.Parse(project.Target("GenerateSuite", "--exclusive", "--format=json").Run().Output);
        Assert.That(suite.Select(workload => (string)workload["name"]!), Is.EqualTo(new[] { "many-words" }));
        var round = JArray.Parse(project.Target("ProfileRound", "--exclusive", "--format=json").Run().Output);
        Assert.That(round[0]["hotspots"]!.Select(hotspot => (string)hotspot["symbol"]!), Does.Contain("words_find"));
        foreach (var (target, phase) in Steps.Skip(6))
        {
            var alone = project.Target(target, "--exclusive").Run();
            Assert.That(alone.ExitCode, Is.Zero, alone.ToString());
            Assert.That((string)project.State["phase"]!, Is.EqualTo(phase).IgnoreCase, alone.ToString());
        }
    }
}
