using PerfHunt.Build.Hosting;
using PerfHunt.Processes;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>What the end-to-end tests need on the machine.</summary>
internal static class Prerequisites
{
    private static readonly string[] Programs = ["perf", "git", "make", "cc"];

    /// <summary>Skips the test where a program is missing; on continuous integration that is a failure.</summary>
    public static void Require()
    {
        var missing = Programs.Where(program => !ExecutableLookup.IsOnPath(program)).ToList();
        if (missing.Count > 0)
        {
            Lack($"not installed: {string.Join(", ", missing)}");
        }
    }

    /// <summary>Skips the test for a reason; on continuous integration that is a failure.</summary>
    public static void Lack(string reason)
    {
        if (ContinuousIntegration.IsOn)
        {
            Assert.Fail(reason);
        }

        Assert.Ignore(reason);
    }
}
