using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Mistakes;

/// <summary>Work trees and branches in which no hunt may begin: exit code 3, every byte unchanged.</summary>
[Category("EndToEnd")]
public sealed class TreeMistakeTests
{
    private const int Precondition = 3;

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void Modified_files() => Dirty("src/words.c (modified)", project =>
        File.AppendAllText(Path.Combine(project.Folder, "src", "words.c"), "/* at work */\n"));

    [Test]
    public void Staged_files() => Dirty("src/new.c (staged)", project =>
    {
        File.WriteAllText(Path.Combine(project.Folder, "src", "new.c"), "int a;\n");
        project.Git("add", "src/new.c");
    });

    [Test]
    public void Untracked_files() => Dirty("notes with space.txt (untracked)", project =>
        File.WriteAllText(Path.Combine(project.Folder, "notes with space.txt"), "mine\n"));

    [Test]
    public void The_branch_of_the_hunt_is_checked_out()
    {
        using var project = new TallyProject();
        project.Git("switch", "--quiet", "--create", "perf-hunt");
        Refusal.Expect(project, project.Target("PerfHunt"), Precondition, "perf-hunt", "is checked out", "Check another branch out");
    }

    [Test]
    public void The_branch_of_the_hunt_holds_something_else()
    {
        using var project = new TallyProject();
        project.Git("switch", "--quiet", "--create", "perf-hunt");
        project.Git("commit", "--quiet", "--allow-empty", "--message", "mine");
        project.Git("switch", "--quiet", "main");
        var tip = project.Git("rev-parse", "perf-hunt");
        Refusal.Expect(project, project.Target("PerfHunt"), Precondition, "perf-hunt", "git branch -m");
        Assert.That(project.Git("rev-parse", "perf-hunt"), Is.EqualTo(tip));
    }

    [Test]
    public void A_repository_without_commit()
    {
        using var project = new TallyProject();
        Directory.Delete(Path.Combine(project.Folder, ".git"), recursive: true);
        project.Git("init", "--quiet");
        Refusal.Expect(project, project.Target("Preflight"), Precondition, "has no commit", "Commit the sources first");
    }

    private static void Dirty(string named, Action<TallyProject> change)
    {
        using var project = new TallyProject();
        change(project);
        Refusal.Expect(project, project.Target("PerfHunt"), Precondition, named, "Commit, stash or ignore");
        Assert.That(Directory.Exists(project.Workspace) && Directory.Exists(Path.Combine(project.Workspace, "hunt.git")), Is.False, "nothing was begun");
    }
}
