using PerfHunt.Processes;

namespace PerfHunt.Tests.Profiling;

/// <summary>Runs tools that a machine may lack: then the test is skipped with the reason, but on CI it fails.</summary>
internal static class RealTool
{
    private static readonly ProcessRunner Runner = new(TimeProvider.System);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>What reads and records with the real perf.</summary>
    public static IProcessRunner Processes => Runner;

    /// <summary>Runs a tool that must succeed; gives what it printed.</summary>
    public static string Run(string tool, IEnumerable<string> arguments, string? input = null)
    {
        Require(tool);
        var outcome = Runner.Run(Command.Of(tool, arguments) with { TimeLimit = Limit, StandardInput = input, OutputCapBytes = 64 << 20 });
        Assert.That(outcome.Succeeded, $"{outcome.Command}: {outcome.ExitCode} {outcome.StandardError}");
        return outcome.StandardOutput;
    }

    /// <summary>Skips the test when a tool is missing.</summary>
    public static void Require(params string[] tools)
    {
        foreach (var tool in tools)
        {
            var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
            if (!found && Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail($"{tool} is not installed");
            }

            if (!found)
            {
                Assert.Ignore($"{tool} is not installed");
            }
        }
    }
}
