using System.Diagnostics;
using PerfHunt.Build.Hosting;

namespace PerfHunt.EndToEnd.Tests.Presets;

/// <summary>A copy of a small project in a git repository of its own, and the host that hunts in it.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("perfhunt-preset-").FullName;

    /// <summary>Copies the project of that name, with half of its workload where it has a configuration, and commits it.</summary>
    public ProjectFolder(string name)
    {
        Copy(Path.Combine(OwnRepository.Root, "tests", "PerfHunt.EndToEnd.Tests", "Presets", "Projects", name), Repository);
        if (File.Exists(Path.Combine(Repository, "perfhunt.json")))
        {
            Shorten(Path.Combine(Repository, "perfhunt.json"));
        }

        Git("init", "--quiet", "-b", "main");
        Commit("as it is");
    }

    /// <summary>The repository.</summary>
    public string Repository => Path.Combine(_root, "repository");

    /// <summary>The workspace.</summary>
    public string Workspace => Path.Combine(_root, "workspace");

    /// <summary>Where the host is called from.</summary>
    public string CalledFrom { get; set; } = Path.GetTempPath();

    /// <summary>Runs the host on the repository.</summary>
    public (int ExitCode, string Output, string Error) Hunt(params string[] words) =>
        Run("dotnet", [typeof(HuntHost).Assembly.Location, .. words, $"--repository={Repository}", $"--workspace={Workspace}"]);

    /// <summary>Runs git in the repository; its output without the final line end.</summary>
    public string Git(params string[] words)
    {
        var (exitCode, output, error) = Run("git", ["-C", Repository, .. words]);
        Assert.That(exitCode, Is.Zero, error);
        return output.TrimEnd();
    }

    /// <summary>Commits all files.</summary>
    public void Commit(string subject)
    {
        Git("add", "--all");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "-m", subject);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private (int ExitCode, string Output, string Error) Run(string program, string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = CalledFrom })!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    // As docs/presets shows it, a run has samples for a whole night; changes of a third are told by far shorter ones.
    private static void Shorten(string config) => File.WriteAllText(config, File.ReadAllText(config)
        .Replace("\"3000000\"", "\"1500000\"", StringComparison.Ordinal)
        .Replace("\"suite\": {", "\"perf\": { \"minimumSamples\": 50 },\n  \"suite\": {", StringComparison.Ordinal));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
