using System.Diagnostics;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>A hunt that is killed and started again ends as one that nobody disturbed.</summary>
[Category("EndToEnd")]
public sealed class ResumeTests
{
    private const int Iterations = 3;

    // In the order in which the lines appear; several are said before the step has saved what it did.
    private static readonly Disturbance[] Everywhere =
    [
        new("Running the project's own check."),
        new("Building the baseline"),
        new("Running the gate on the unchanged tree.", "TERM", 143),
        new("Generating the suite"),
        new("Measuring the baseline against itself, round 2"),
        new("Profiled many-words"),
        new("Iteration 1: "),
        new("Attempt 1: "),
        new("Running the gate."),
        new("Building the candidate."),
        new("Round 1: suite"),
        new("Round 1: suite", "INT", 130),
        new("slower: "),
        new("fixed: "),
        new("Iteration 1 ended"),
        new("Iteration 2 ended"),
        new("Measuring the final tree"),
        new("Round 1: suite"),
    ];

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void Killed_in_every_task_it_decides_the_same()
    {
        using var project = new TallyProject();
        var before = UserSnapshot.Of(project.Folder);
        foreach (var disturbance in Everywhere)
        {
            var sent = false;
            var run = Host.Run(Hunt(project), onError: (process, line) =>
            {
                if (!sent && disturbance.IsDueAt(line))
                {
                    sent = true;
                    Disturbance.Send(process, disturbance.Signal);
                }
            });
            Assert.That(run.ExitCode, Is.EqualTo(disturbance.ExitCode), $"{disturbance}: {run}");
        }

        EndsAsUndisturbed(project, before);
    }

    [TestCase(1)]
    public void Killed_at_random_times_it_decides_the_same(int seed)
    {
        const int Kills = 6;
        const int LongestMilliseconds = 9000;
        TestContext.Out.WriteLine($"seed {seed}");
        using var project = new TallyProject();
        var before = UserSnapshot.Of(project.Folder);
        var random = new Random(seed);
        for (var i = 0; i < Kills; i++)
        {
            var milliseconds = random.Next(LongestMilliseconds);
            var run = Host.Run(Hunt(project), onStart: process => KillAfter(process, milliseconds));
            Assert.That(run.ExitCode, Is.AnyOf(HostRun.Killed, 0), $"after {milliseconds} ms: {run}");
        }

        EndsAsUndisturbed(project, before);
    }

    private static HostStart Hunt(TallyProject project) => project.Target("PerfHunt", $"--iterations={Iterations}");

    private static void KillAfter(Process process, int milliseconds)
    {
        var id = process.Id;
        Task.Delay(milliseconds).ContinueWith(
            _ => Shell.Try("/", "kill", "-KILL", id.ToString(System.Globalization.CultureInfo.InvariantCulture)), TaskScheduler.Default);
    }

    private static void EndsAsUndisturbed(TallyProject project, string[] before)
    {
        var last = Hunt(project).Run();
        Assert.That(last.ExitCode, Is.Zero, last.ToString());
        Assert.Multiple(() =>
        {
            Assert.That(Decisions.Of(project.Result), Is.EqualTo(Decisions.Of(SharedHunt.Instance.Project.Result).Where(decision => decision[0] - '0' <= Iterations)));
            Assert.That(Leftovers.Of(project), Is.Empty);
            Assert.That(UserSnapshot.Of(project.Folder), Is.EqualTo(before));
            Assert.That(Trees(project), Is.EqualTo(Trees(SharedHunt.Instance.Project)), "the commits");
            Assert.That((double)project.Result["closing"]!["high_percent"]!, Is.LessThan(0));
            HasNothingTwice(project);
        });
    }

    private static string Trees(TallyProject project) => project.Git("log", "--format=%T", "main..perf-hunt");

    private static void HasNothingTwice(TallyProject project)
    {
        var tickets = Directory.GetFiles(Path.Combine(project.Folder, ".tickets"), "*.md");
        Assert.That(tickets.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(project.Result["iterations"]!.Select(iteration => (string)iteration["ticket_id"]!)));
        var journal = File.ReadAllLines(Path.Combine(project.Folder, ".claude", "perf-hunt-journal.md")).Where(line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.That(journal.Count(), Is.EqualTo(Iterations));
        foreach (var attempt in project.Result["iterations"]!.SelectMany(iteration => iteration["attempts"]!.Select(attempt => (Ticket: (string)iteration["ticket_id"]!, Attempt: attempt))))
        {
            var text = File.ReadAllText(Path.Combine(project.Folder, ".tickets", $"{attempt.Ticket}.md"));
            Assert.That(text.Split($"Attempt {attempt.Attempt["number"]}: {attempt.Attempt["outcome"]}.").Length - 1, Is.EqualTo(1), text);
        }
    }
}
