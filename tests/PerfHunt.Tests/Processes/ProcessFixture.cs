using System.Globalization;
using PerfHunt.Processes;
using PerfHunt.Processes.Linux;

namespace PerfHunt.Tests.Processes;

/// <summary>Real small programs, run by the real runner.</summary>
[Category("Processes")]
public abstract class ProcessFixture
{
    protected static ProcessRunner Runner { get; } = new(TimeProvider.System);

    protected static Command Shell(string script) => Command.Of("/bin/sh", "-c", script);

    protected static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    protected static (T Result, double Seconds) Timed<T>(Func<T> call)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = call();
        return (result, TimeProvider.System.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Shell text that succeeds while a process is alive: a zombie is not.</summary>
    protected static string Lives(string pid) => $"grep -q ') [^ZX]' /proc/{pid}/stat 2> /dev/null";

    protected static bool IsAlive(string pidText) =>
        ProcessTable.Find(int.Parse(pidText.Trim(), CultureInfo.InvariantCulture)) is { IsAlive: true };
}
