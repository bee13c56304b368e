using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>The user works in the repository while the hunt runs.</summary>
[Category("EndToEnd")]
public sealed class MovedBranchTests
{
    private const int Precondition = 3;

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void A_branch_that_the_user_moved_is_not_overwritten_and_the_hunt_goes_on_once_it_is_back_also_without_its_workspace()
    {
        // The prepared fix comes first, so that the hunt soon wants to commit.
        using var project = new TallyProject(folder =>
        {
            foreach (var patch in Directory.GetFiles(Path.Combine(folder, "fixes")).Where(file => !file.EndsWith("03-find-by-length.patch", StringComparison.Ordinal)))
            {
                File.Delete(patch);
            }
        });
        string? moved = null;
        var run = Host.Run(project.Target("PerfHunt", "--iterations=1"), onError: (_, line) =>
        {
            if (moved is null && line.Contains("Round 1: suite", StringComparison.Ordinal))
            {
                moved = Work(project);
            }
        });
        Refusal.Says(run, Precondition, "perf-hunt", "was moved", "Nothing was overwritten", "start the hunt again");
        Assert.That(project.Git("rev-parse", "perf-hunt").Trim(), Is.EqualTo(moved));

        project.Git("branch", "--move", "perf-hunt", "mine");
        var again = project.Target("PerfHunt", "--iterations=1").Run();
        Assert.That(again.ExitCode, Is.Zero, again.ToString());
        Assert.That(project.Git("log", "--format=%s", "-1", "perf-hunt"), Does.StartWith("perf: compare lengths first"));
        Assert.That(project.Git("show", "--format=%s", "--no-patch", "mine"), Is.EqualTo("mine\n"));
        Assert.That(File.ReadAllText(Path.Combine(project.Folder, "src", "words.c")), Does.Contain("/* at work */"), "what the user edits meanwhile");
        GoesOnWithoutItsWorkspace(project);
    }

    private static void GoesOnWithoutItsWorkspace(TallyProject project)
    {
        project.Target("Analyze", "--iterations=2").Run();
        Directory.Delete(project.Workspace, recursive: true);
        var run = project.Target("PerfHunt", "--iterations=2").Run();
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Error, Does.Contain("The workspace is gone: this iteration begins anew."));
        Assert.That(Decisions.Of(project.Result), Has.Length.EqualTo(2));
        Assert.That(project.Git("rev-list", "--count", "main..perf-hunt"), Is.EqualTo("1\n"));
    }

    // A commit on the hunt's branch, made without checking it out, and an edit that is not committed.
    private static string Work(TallyProject project)
    {
        File.AppendAllText(Path.Combine(project.Folder, "src", "words.c"), "/* at work */\n");
        var commit = project.Git("commit-tree", "-p", "HEAD", "-m", "mine", "HEAD^{tree}").Trim();
        project.Git("update-ref", "refs/heads/perf-hunt", commit);
        return commit;
    }
}
