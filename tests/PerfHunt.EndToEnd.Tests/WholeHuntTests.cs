using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>A whole hunt on a small C program, with real perf, compiler and git.</summary>
[Category("EndToEnd")]
public sealed class WholeHuntTests
{
    private static readonly string[] Expected =
    [
        "1 words_find 01-find-comment.patch no-effect",
        "1 words_find 02-find-length-first.patch slower",
        "1 words_find 03-find-by-length.patch fixed",
        "2 checksum_add 04-checksum-no-inversion.patch behaviour-changed",
        "2 checksum_add 05-checksum-table-and-test.patch protected-path",
        "2 checksum_add 06-checksum-table.patch fixed",
        "3 words_count 07-count-skips-letters.patch gate-failed",
        "3 words_count 08-count-everywhere.patch too-wide",
        "3 words_count no-idea",
    ];

    private static TallyProject Project => SharedHunt.Instance.Project;

    [OneTimeSetUp]
    public void Hunt()
    {
        Prerequisites.Require();
        Assert.That(SharedHunt.Instance.Run.ExitCode, Is.Zero, SharedHunt.Instance.Run.ToString());
    }

    [Test]
    public void Every_prepared_patch_gets_the_outcome_that_it_deserves() =>
        Assert.That(Decisions.Of(Project.Result).Take(Expected.Length), Is.EqualTo(Expected));

    [Test]
    public void The_hunt_is_over_and_says_why()
    {
        Assert.That((bool)Project.Result["finished"]!, Is.True);
        Assert.That((string)Project.Result["reason"]!, Is.Not.Empty);
        Assert.That(SharedHunt.Instance.Run.Output, Does.Contain($"The hunt ended because {Project.Result["reason"]}."));
        Assert.That(SharedHunt.Instance.Run.Error, Does.Match(@"Nothing actionable is left, also in the larger suite: (the hottest that is left, \w+, has [01]\.\d\d % self in|no function of the project's own)"));
    }

    [Test]
    public void Every_fix_has_an_interval_that_excludes_zero()
    {
        var fixes = Project.Result["iterations"]!.SelectMany(iteration => iteration["attempts"]!).Where(attempt => (string)attempt["outcome"]! == "fixed").ToList();
        Assert.That(fixes, Has.Count.EqualTo(2));
        Assert.That(fixes.Select(fix => (double)fix["change"]!["high_percent"]!), Is.All.LessThan(0));
    }

    [Test]
    public void The_end_is_measured_faster_than_the_start()
    {
        Assert.That((double)Project.Result["closing"]!["high_percent"]!, Is.LessThan(0));
        Assert.That((double)Project.Result["closing"]!["times_as_fast"]!, Is.GreaterThan(1.5));
    }

    [Test]
    public void Each_commit_builds_and_passes_the_gate_by_itself()
    {
        var clone = Project.Beside("commits");
        Shell.Do(clone, "git", "clone", "--quiet", "--branch=perf-hunt", Project.Folder, ".");
        var commits = Shell.Do(clone, "git", "log", "--format=%H %s", "origin/main..perf-hunt").TrimEnd().Split('\n');
        Assert.That(commits, Has.Length.EqualTo(2));
        foreach (var commit in commits)
        {
            Assert.That(commit, Does.Match(@"^\S+ perf: .+ \(tal-[a-z0-9]{4}\)$"));
            Shell.Do(clone, "git", "checkout", "--quiet", commit.Split(' ')[0]);
            Shell.Do(clone, "git", "clean", "-fdxq");
            Assert.That(Shell.Try(clone, "make", "-s", "build/tally", "test").ExitCode, Is.Zero, commit);
        }
    }

    [Test]
    public void Nothing_else_in_the_users_repository_changed() =>
        Assert.That(SharedHunt.Instance.After, Is.EqualTo(SharedHunt.Instance.Before));

    [Test]
    public void The_promise_is_the_last_line_and_stands_nowhere_else()
    {
        const string Line = $"<promise>{SharedHunt.Promise}</promise>";
        var run = SharedHunt.Instance.Run;
        Assert.That(run.Lines[^1], Is.EqualTo(Line));
        Assert.That(run.Output.Split("<promise").Length - 1, Is.EqualTo(1));
        Assert.That(run.Error, Does.Not.Contain("<promise"));
        Assert.That(FilesWith("<promise"), Is.Empty);
    }

    [Test]
    public void Each_investigation_has_one_ticket_and_one_journal_entry()
    {
        var tickets = Directory.GetFiles(Path.Combine(Project.Folder, ".tickets"), "*.md").Select(Path.GetFileNameWithoutExtension);
        Assert.That(tickets, Is.EquivalentTo(Project.Result["iterations"]!.Select(iteration => (string)iteration["ticket_id"]!)));
        var journal = File.ReadAllText(Path.Combine(Project.Folder, ".claude", "perf-hunt-journal.md"));
        Assert.That(tickets.Select(ticket => journal.Split($"{ticket})").Length - 1), Is.All.EqualTo(1));
    }

    [Test]
    public void Nothing_is_left_over() => Assert.That(Leftovers.Of(Project), Is.Empty);

    [Test]
    public void Every_outcome_is_told_as_it_happens()
    {
        var outcomes = Decisions.Of(Project.Result).Select(decision => decision.Split(' ')[^1]).Where(outcome => outcome != "no-idea").ToList();
        Assert.That(outcomes.Where(outcome => !SharedHunt.Instance.Run.Error.Contains($"] {outcome}: ", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Run_again_in_JSON_it_prints_the_result_alone_changes_nothing_and_says_what_can_be_done()
    {
        var before = OwnFiles();
        var run = Project.Target("PerfHunt", "--format=json").Run();
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(Decisions.Of(JObject.Parse(run.Output)), Is.EqualTo(Decisions.Of(Project.Result)));
        Assert.That(OwnFiles(), Is.EqualTo(before));
        Assert.That(run.Error, Does.Contain($"This hunt is over, because {Project.Result["reason"]}.").And.Contain("--target=Reset"));
    }

    private static string[] OwnFiles() =>
    [
        Project.Git("for-each-ref"),
        Project.State["investigated"]!.ToString(),
        Project.State["phase"]!.ToString(),
        .. UserSnapshot.Of(Path.Combine(Project.Folder, ".tickets")),
        File.ReadAllText(Path.Combine(Project.Folder, ".claude", "perf-hunt-journal.md")),
    ];

    private static IEnumerable<string> FilesWith(string text) => new[] { Project.Folder, Project.Workspace }
        .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => new FileInfo(file).LinkTarget is null && File.ReadAllText(file).Contains(text, StringComparison.Ordinal));
}
