using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

[Category("Git"), Parallelizable(ParallelScope.All)]
public sealed class ResumeTests
{
    private const int Deaths = 12;

    // About as many as the steps take.
    private const int UsualCalls = 130;

    private static readonly DateTimeOffset Date = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Test]
    public void A_hunt_that_dies_again_and_again_ends_as_an_undisturbed_one([Values(1, 2)] int seed)
    {
        using var sandbox = new GitSandbox();
        for (var i = 0; i < 50; i++)
        {
            sandbox.Write($"lib/{i}.c", new string((char)('a' + i % 26), 5000) + "\n");
        }

        sandbox.CommitAll("more files");
        var random = new Random(seed);
        TestContext.Out.WriteLine($"seed {seed}");
        var died = 0;
        for (var i = 0; i < Deaths; i++)
        {
            try
            {
                Steps(sandbox, new Git(new KilledGit(random, callsToLive: random.Next(1, UsualCalls)), sandbox.Layout.Scratch));
            }
            catch (OperationCanceledException death)
            {
                TestContext.Out.WriteLine($"died in {death.Message}");
                died++;
            }

            // In the user's repository a lock may be anybody's; the hunt is refused with its name, and a person removes it.
            File.Delete(Path.Combine(sandbox.User, ".git/refs/heads/perf-hunt.lock"));
        }

        var commit = Steps(sandbox, sandbox.Git);

        Assert.That(died, Is.GreaterThan(0));
        Assert.That(sandbox.UserGit("rev-parse", "perf-hunt").Trim(), Is.EqualTo(commit));
        Assert.That(sandbox.UserGit("show", $"{commit}:src/a.c"), Is.EqualTo("int measured;\n"));
        Assert.That(sandbox.UserGit("diff", "--name-only", "HEAD", commit).Trim(), Is.EqualTo("src/a.c"));
        Assert.That(sandbox.TryGitIn(sandbox.User, "fsck", "--strict").Succeeded, Is.True);
        Assert.That(sandbox.Inspect().DirtyPaths, Is.Empty);
    }

    // What a hunt does for one commit, from the beginning, as after each restart.
    private static string Steps(GitSandbox sandbox, Git git)
    {
        var inspection = new RepositoryInspector(git).Inspect(sandbox.User, [], default);
        var repository = HuntRepository.Open(git, sandbox.Layout, inspection, default);
        var slots = new SlotPair(repository, new() { Commands = [], Binary = "x" }, inspection.Head!);
        slots.Recover();
        slots.A.Checkout(inspection.Head!, default);
        var clone = DisposableClone.Create(repository, inspection.Head!, "1", default);
        GitSandbox.WriteIn(clone.Folder, "src/a.c", "int measured;\n");
        var intake = new PatchIntake(repository, GitSandbox.Rules(), []).Take(clone.Folder, inspection.Head!, sandbox.Layout.Root + "/x.patch", default);
        Assert.That(intake.Refusal, Is.Null);
        slots.B.Checkout(inspection.Head!, default);
        var mount = slots.B.Mount();
        Assert.That(slots.B.Apply(intake.PatchFile!, default), Is.Null);
        var change = slots.B.ChangeFrom(inspection.Head!, GitSandbox.Rules(), default);
        mount.Dispose();
        Assert.That(change.Refusal, Is.Null);
        var branch = new HuntBranch(git, sandbox.Layout, inspection, "perf-hunt", default);
        var commit = branch.Commit(new(change.Tree!, inspection.Head!, "perf: x", Date, new("Ann", "ann@example.com")), default);
        var move = branch.Move(null, commit, default);
        Assert.That(move.IsThere, Is.True, move.Message);
        return commit;
    }
}
