using PerfHunt.Configuration;
using PerfHunt.Investigation;
using PerfHunt.Processes;
using PerfHunt.Tests.Processes;

namespace PerfHunt.Tests.Investigation;

public sealed class BubblewrapTests : ProcessFixture
{
    [Test]
    public void The_network_is_only_there_when_it_is_allowed()
    {
        Assert.That(Enclose("/w", AgentFixture.Config("agent")).Arguments, Has.None.EqualTo("--share-net"));
        Assert.That(Enclose("/w", AgentFixture.Config("agent") with { Network = true }).Arguments, Has.Some.EqualTo("--share-net"));
    }

    [Test]
    public void Readable_paths_may_lie_in_the_hidden_home_folder() => Assert.That(
        string.Join(' ', Enclose("/w", AgentFixture.Config("agent") with { Readable = ["~/.agent"] }).Arguments),
        Does.Contain("--ro-bind-try /home/user/.agent /home/user/.agent"));

    [Test]
    public void Secrets_are_empty_inside_even_where_the_folder_may_be_read()
    {
        RequireSandbox();
        using var home = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        File.WriteAllText(home.File("seed"), "canary");
        var config = AgentFixture.Config("/bin/sh", "-c", $"ls {home.Path}; cat {home.Path}/seed; exit 0") with { Readable = [home.Path] };

        Assert.That(Run(folder, config, home.Path, home.File("seed")).StandardOutput, Does.Contain("seed").And.Not.Contain("canary"));
    }

    [Test]
    public void Inside_only_clone_and_scratch_can_be_written_and_home_is_out_of_sight()
    {
        RequireSandbox();
        using var home = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        File.WriteAllText(home.File("secret"), "canary");
        var script = $"echo change > here; echo no > {home.Path}/x; cat {home.Path}/secret; echo no > {folder.Path}/y; echo no > /usr/x; (echo > /dev/tcp/127.0.0.1/1) 2>&1; ls /proc | grep -c '^[0-9]'; exit 0";
        var outcome = Run(folder, AgentFixture.Config("/bin/sh", "-c", script), home.Path);

        Assert.That(outcome.ExitCode, Is.Zero, outcome.StandardError);
        Assert.That(File.Exists(Path.Combine(folder.Path, "clone", "here")), Is.True);
        Assert.That(outcome.StandardOutput, Does.Not.Contain("canary"));
        Assert.That(Directory.GetFiles(home.Path).Concat(Directory.GetFiles(folder.Path)), Is.EqualTo(new[] { home.File("secret") }));
        Assert.That(int.Parse(outcome.StandardOutput.Trim().Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture), Is.LessThan(10), "processes in sight");
    }

    [Test]
    public void Not_even_root_can_undo_the_mounts_from_inside()
    {
        RequireSandbox();
        using var home = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        File.WriteAllText(home.File("secret"), "canary");
        var script = $"grep CapEff /proc/self/status; umount {home.Path}; umount {folder.Path}; mount -o remount,bind,rw /; cat {home.Path}/secret; echo no > {home.Path}/x; unshare -rm sh -c 'umount {home.Path}; cat {home.Path}/secret'; exit 0";

        var outcome = Run(folder, AgentFixture.Config("/bin/sh", "-c", script), home.Path);

        Assert.That(outcome.StandardOutput, Does.Match(@"^CapEff:\s0+\n").And.Not.Contain("canary"), outcome.StandardError);
        Assert.That(Directory.GetFiles(home.Path), Is.EqualTo(new[] { home.File("secret") }));
    }

    private static Command Enclose(string root, InvestigatorConfig config)
    {
        var request = AgentFixture.Request(root);
        return new Bubblewrap("/home/user", root, $"{root}/profiles").Enclose(AgentCommand.Of(config, request, "", ChildEnvironment.Ours()), request, config);
    }

    private static ProcessOutcome Run(TemporaryFolder folder, InvestigatorConfig config, string home, params string[] secrets)
    {
        var request = AgentFixture.Request(folder.Path);
        foreach (var place in new[] { request.Tree, request.Folder.Scratch, request.Folder.Programs })
        {
            Directory.CreateDirectory(place);
        }

        File.WriteAllText(request.DossierPath, "dossier");
        var command = AgentCommand.Of(config, request, "", ChildEnvironment.Ours());
        return Runner.Run(new Bubblewrap(home, folder.Path, $"{folder.Path}/profiles") { Secrets = [.. secrets] }.Enclose(command, request, config));
    }

    private static void RequireSandbox()
    {
        var reason = !ExecutableLookup.IsOnPath(Bubblewrap.Program) ? "bwrap is not installed"
            : Runner.Run(Bubblewrap.Probe) is { Succeeded: false } refused ? $"sandboxes cannot be made here: {refused.StandardError}" : null;
        if (reason is not null)
        {
            Assert.Ignore(reason);
        }
    }
}
