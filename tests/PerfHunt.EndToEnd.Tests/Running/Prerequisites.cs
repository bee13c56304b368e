using PerfHunt.Build.Hosting;
using PerfHunt.Processes;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>What the end-to-end tests need on the machine.</summary>
internal static class Prerequisites
{
    /// <summary>Skips the test where a program is missing; on continuous integration that is a failure.</summary>
    public static void Require() => Require("make", "cc");

    /// <summary>The same with other programs than a C compiler and make.</summary>
    public static void Require(params string[] programs)
    {
        string[] missing = [.. programs.Prepend("git").Prepend("perf").Where(program => !ExecutableLookup.IsOnPath(program))];
        if (missing.Length > 0)
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
