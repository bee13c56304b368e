using System.Diagnostics;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>Other programs that a test needs.</summary>
internal static class Shell
{
    /// <summary>Runs a program that must succeed.</summary>
    /// <returns>Its output.</returns>
    public static string Do(string folder, params string[] words)
    {
        var (code, output) = Try(folder, words);
        return code == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', words)} exited with {code}: {output}");
    }

    /// <summary>Runs a program.</summary>
    public static (int ExitCode, string Output) Try(string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GIT_CONFIG_NOSYSTEM"] = "1", ["GIT_CONFIG_GLOBAL"] = "/dev/null" },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
