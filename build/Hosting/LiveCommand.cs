using System.Diagnostics;

namespace PerfHunt.Build.Hosting;

/// <summary>Runs a development tool whose lines are shown while it runs. (The hunt's own children run in the library's contained runner.)</summary>
public static class LiveCommand
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="executable">The program, looked up on PATH.</param>
    /// <param name="arguments">Its arguments, each passed on as it is.</param>
    /// <param name="line">What is done with each line of its output and error output; calls do not overlap.</param>
    /// <param name="cancellation">When cancelled, the program and what it started are ended.</param>
    /// <returns>The program's exit code.</returns>
    public static int Run(string executable, IEnumerable<string> arguments, Action<string> line, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Describe(executable, arguments) };
        var gate = new Lock();
        void Receive(object sender, DataReceivedEventArgs received)
        {
            lock (gate)
            {
                if (received.Data is { } text)
                {
                    line(text);
                }
            }
        }

        process.OutputDataReceived += Receive;
        process.ErrorDataReceived += Receive;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (cancellation.Register(() => process.Kill(entireProcessTree: true)))
        {
            process.WaitForExit();
        }

        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    private static ProcessStartInfo Describe(string executable, IEnumerable<string> arguments) => new(executable, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
    };
}
