using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Loop;
using PerfHunt.Processes;
using PerfHunt.State;
using PerfHunt.Tests.Processes;

namespace PerfHunt.Tests.Loop;

public sealed class ResetTests : ProcessFixture
{
    [Test]
    public void Reset_removes_what_the_hunt_made_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var place = Place(folder);
        var plan = Reset.Plan(place);

        var remedy = Reset.Run(place, plan, Runner, CancellationToken.None);

        Assert.That(remedy, Is.Null);
        Assert.That(Directory.EnumerateFileSystemEntries(place.Workspace.Root).Select(Path.GetFileName), Is.EqualTo(["mine.txt"]));
        Assert.That(Reset.Plan(place), Is.Empty);
        Assert.That(File.ReadAllText(place.JournalFile), Is.EqualTo("learned"));
    }

    [Test]
    public void A_damaged_state_can_be_got_rid_of()
    {
        using var folder = new TemporaryFolder();
        var place = Place(folder);
        File.WriteAllText(place.StateFile, "{ damaged");

        Reset.Run(place, Reset.Plan(place), Runner, CancellationToken.None);

        Assert.That(new StateStore(place.StateFile).Load(), Is.Null);
    }

    [Test]
    public void A_hunt_that_runs_is_not_pulled_from_under_its_feet()
    {
        using var folder = new TemporaryFolder();
        var place = Place(folder);
        using var running = RepositoryLock.Acquire(place.LockFile, TimeProvider.System);

        Assert.That(Assert.Throws<HuntException>(() => Reset.Run(place, Reset.Plan(place), Runner, CancellationToken.None))!.ExitCode, Is.EqualTo(ExitCode.Precondition));
        Assert.That(File.Exists(place.StateFile));
    }

    [Test]
    public void A_branch_with_commits_of_its_own_stays_and_is_spoken_of()
    {
        using var folder = new TemporaryFolder();
        var place = Place(folder);
        Git(place, "switch", "--quiet", "-c", "perf-hunt");
        Git(place, "commit", "--quiet", "--allow-empty", "-m", "two");
        Git(place, "switch", "--quiet", "main");

        Assert.That(Reset.Run(place, Reset.Plan(place), Runner, CancellationToken.None), Does.Contain("git -C").And.Contain("branch -m perf-hunt"));
        Assert.That(Git(place, "rev-parse", "--verify", "perf-hunt").Succeeded);
    }

    private static HuntPlace Place(TemporaryFolder folder)
    {
        var config = ConfigLoader.Parse(
            """{ "name": "x", "build": { "commands": [], "binary": "x" }, "suite": { "workloads": [{ "name": "w", "command": ["{binary}"] }] }, "run": { "command": ["{binary}"] } }""",
            folder.File("perfhunt.json")).OrThrow(ExitCode.Usage, "");
        var place = new HuntPlace(folder.File("repo"), folder.File("perfhunt.json"), config, new Workspace(folder.File("work")));
        Directory.CreateDirectory(place.Repository);
        Git(place, "init", "--quiet", "-b", "main");
        Git(place, "commit", "--quiet", "--allow-empty", "-m", "one");
        new StateStore(place.StateFile).Save(new HuntState());
        File.WriteAllText(place.JournalFile, "learned");
        Directory.CreateDirectory(place.Workspace.Root);
        File.WriteAllText(Path.Combine(place.Workspace.Root, "git-a.sha256"), "");
        foreach (var made in place.Workspace.Made)
        {
            File.Delete(made);
            Directory.CreateDirectory(made);
            File.WriteAllText(Path.Combine(made, "file"), "");
        }

        File.WriteAllText(Path.Combine(place.Workspace.Root, "mine.txt"), "");
        return place;
    }

    private static ProcessOutcome Git(HuntPlace place, params string[] words) =>
        Runner.Run(Command.Of("git", ["-C", place.Repository, "-c", "user.name=t", "-c", "user.email=t@example.org", .. words]));
}
