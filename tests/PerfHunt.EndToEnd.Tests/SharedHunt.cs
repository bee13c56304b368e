using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>One whole undisturbed hunt, run once and looked at by many tests; none of them changes it.</summary>
[SetUpFixture]
internal sealed class SharedHunt
{
    private static readonly Lazy<SharedHunt> Shared = new(Hunt);

    /// <summary>The promise that was asked for.</summary>
    public const string Promise = "ALL_HUNTED";

    /// <summary>The hunted project.</summary>
    public TallyProject Project { get; private init; } = null!;

    /// <summary>The run.</summary>
    public HostRun Run { get; private init; } = null!;

    /// <summary>The user's repository before the run.</summary>
    public string[] Before { get; private init; } = [];

    /// <summary>The user's repository right after the run.</summary>
    public string[] After { get; private init; } = [];

    /// <summary>The hunt; the first caller waits for it.</summary>
    public static SharedHunt Instance => Shared.Value;

    /// <summary>Removes it.</summary>
    [OneTimeTearDown]
    public void Remove()
    {
        if (Shared.IsValueCreated)
        {
            Shared.Value.Project.Dispose();
        }
    }

    private static SharedHunt Hunt()
    {
        var project = new TallyProject();
        project.Git("branch", "other");
        project.Git("tag", "v1");
        var hook = Path.Combine(project.Folder, ".git", "hooks", "post-commit");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        File.WriteAllText(hook, "#!/bin/sh\ntouch hook-ran\n");
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var before = UserSnapshot.Of(project.Folder);
        var run = project.Target("PerfHunt", "--iterations=10", $"--promise={Promise}").Run();
        return new SharedHunt { Project = project, Run = run, Before = before, After = UserSnapshot.Of(project.Folder) };
    }
}
