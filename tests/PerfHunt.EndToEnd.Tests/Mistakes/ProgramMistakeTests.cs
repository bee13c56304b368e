using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Mistakes;

/// <summary>Projects that are no baseline: exit code 5, or a workload that is left out and reported.</summary>
[Category("EndToEnd")]
public sealed class ProgramMistakeTests
{
    private const int BaselineInvalid = 5;
    private const string Workloads = "\"many-words:7:many:2:5\", \"much-text:9:few:2:10\"";
    private const string Small = "\"few-words:7:many:1:2\"";

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void The_check_fails_at_the_start()
    {
        using var project = new TallyProject(folder => File.AppendAllText(Path.Combine(folder, "src", "main.c"), "#error not today\n"));
        Refusal.Expect(project, project.Target("PerfHunt"), BaselineInvalid, "make -s build/tally", "not today", "correct check");
    }

    [Test]
    public void The_build_fails_at_the_start()
    {
        using var project = new TallyProject(folder =>
        {
            File.AppendAllText(Path.Combine(folder, "src", "main.c"), "#error not today\n");
            TallyProject.Replace(Path.Combine(folder, "perfhunt.json"), "\"check\": [[\"make\", \"-s\", \"build/tally\"]]", "\"check\": []");
        });
        Refusal.Expect(project, project.Target("PerfHunt"), BaselineInvalid, "make -s build/tally", "not today", "correct build.commands");
    }

    [Test]
    public void The_build_makes_no_program()
    {
        using var project = new TallyProject(folder =>
            TallyProject.Replace(Path.Combine(folder, "perfhunt.json"), "\"binary\": \"build/tally\"", "\"binary\": \"build/taly\""));
        Refusal.Expect(project, project.Target("PerfHunt"), BaselineInvalid, "build/taly", "build.binary");
    }

    [Test]
    public void The_gate_fails_at_the_start()
    {
        using var project = new TallyProject(folder => TallyProject.Replace(Path.Combine(folder, "tests", "run.sh"), "1 c'", "7 c'"));
        Refusal.Expect(project, project.Target("PerfHunt"), BaselineInvalid, "make -s test", "wrong: ", "correct gate");
    }

    [Test]
    public void The_generator_fails()
    {
        using var project = new TallyProject(folder => TallyProject.Replace(Path.Combine(folder, "perfhunt.json"), "\"--seed\"", "\"--sed\""));
        Refusal.Expect(project, project.Target("PerfHunt"), BaselineInvalid, "unknown option --sed", "generator");
    }

    [Test]
    public void Workloads_that_crash_or_flicker_are_left_out_and_reported()
    {
        using var project = new TallyProject(folder => TallyProject.Replace(
            Path.Combine(folder, "perfhunt.json"),
            Workloads,
            Small + ", { \"name\": \"crash\", \"command\": [\"sh\", \"-c\", \"kill -SEGV $$\", \"{binary}\"] }, { \"name\": \"flicker\", \"command\": [\"sh\", \"-c\", \"date +%N\", \"{binary}\"] }"));

        // The one that is left is far too short to be measured well.
        var run = project.Target("Calibrate", "--force").Run();
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Error, Does.Contain("Left out: crash, ").And.Contain("Left out: flicker, it is not the same from run to run"));
        Assert.That(project.State["benchmark_suite"]!["workloads"]!.Select(workload => workload["left_out_because"] is not null), Is.EqualTo(new[] { false, true, true }));
    }

    [Test]
    public void No_workload_is_left()
    {
        using var project = new TallyProject(folder => TallyProject.Replace(
            Path.Combine(folder, "perfhunt.json"), Workloads, "{ \"name\": \"flicker\", \"command\": [\"sh\", \"-c\", \"date +%N\", \"{binary}\"] }"));
        Refusal.Expect(project, project.Target("PerfHunt"), BaselineInvalid, "No workload can be measured", "flicker", "run.ignoreOutput");
    }
}
