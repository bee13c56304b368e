using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tests.Process;

/// <summary>The built host as a process.</summary>
internal static class Host
{
    /// <summary>Runs it to its end; stdout and stderr are kept apart.</summary>
    public static (int ExitCode, string Output, string Error) Run(params string[] words)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [typeof(HuntHost).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
