namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>What every refused run has in common.</summary>
internal static class Refusal
{
    /// <summary>Runs what must be refused: with this exit code, one message, and not a byte changed in the user's repository.</summary>
    /// <param name="project">The project whose repository must stay as it is.</param>
    /// <param name="start">What is run.</param>
    /// <param name="exitCode">The exit code of interfaces that fits.</param>
    /// <param name="words">What the message must say.</param>
    public static HostRun Expect(TallyProject project, HostStart start, int exitCode, params string[] words)
    {
        var before = UserSnapshot.Of(project.Folder);
        var run = start.Run();
        Assert.That(UserSnapshot.Of(project.Folder), Is.EqualTo(before), "the user's files");
        Says(run, exitCode, words);
        return run;
    }

    /// <summary>Asserts that a run was refused with one message.</summary>
    public static void Says(HostRun run, int exitCode, params string[] words)
    {
        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.ToString());
        Assert.That(run.Error.Split('\n').Count(line => line.StartsWith("Error: ", StringComparison.Ordinal)), Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Not.Contain("   at "), "a stack trace");
        Assert.That(words.Where(word => !run.Error.Contains(word, StringComparison.Ordinal)), Is.Empty, run.Error);
    }
}
