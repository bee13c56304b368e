using System.Diagnostics;
using PerfHunt.Build.Hosting;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>The built host as a process of its own, as a user starts it.</summary>
internal static class Host
{
    // A run that takes longer hangs: the slowest one takes a minute on two cores.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs it to its end.</summary>
    public static HostRun Run(params string[] words) => new HostStart(words).Run();

    /// <summary>Runs it with a disturbance.</summary>
    /// <param name="start">What is started.</param>
    /// <param name="onStart">Called with the running process.</param>
    /// <param name="onError">Called with the process and each line of stderr.</param>
    public static HostRun Run(HostStart start, Action<Process>? onStart = null, Action<Process, string>? onError = null)
    {
        using var process = Process.Start(Describe(start))!;
        process.StandardInput.Close();
        onStart?.Invoke(process);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = Task.Run(() => ReadError(process, onError));
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The host did not end: {string.Join(' ', start.Words)}\n{error.Result}");
        }

        return new(process.ExitCode, output.Result, error.Result);
    }

    private static ProcessStartInfo Describe(HostStart start)
    {
        var info = new ProcessStartInfo("dotnet", [typeof(HuntHost).Assembly.Location, .. start.Words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = start.WorkingDirectory,
        };
        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }

    private static string ReadError(Process process, Action<Process, string>? onError)
    {
        var text = new System.Text.StringBuilder();
        while (process.StandardError.ReadLine() is { } line)
        {
            text.Append(line).Append('\n');
            onError?.Invoke(process, line);
        }

        return text.ToString();
    }
}
