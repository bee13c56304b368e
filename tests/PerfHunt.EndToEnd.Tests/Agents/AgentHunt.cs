using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.Build.Hosting;
using PerfHunt.Processes;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>
/// A hunt on the small C project, or on the sample, with scripted agents: the n-th attempt of an iteration runs the script <c>NNN-n.sh</c>; where there is
/// none, the agent has no idea.
/// </summary>
internal sealed class AgentHunt : IDisposable
{
    private readonly ProcessRunner _runner = new(TimeProvider.System);

    private readonly bool _isSample;

    /// <summary>Makes the repository.</summary>
    /// <param name="change">Changes files before they are committed.</param>
    /// <param name="isSample">True for the shipped Rust sample, false for the small C project.</param>
    public AgentHunt(Action<string>? change = null, bool isSample = false)
    {
        _isSample = isSample;
        CopyFolder(isSample ? Path.Combine(SourceRoot(), "samples", "mole") : Path.Combine(SourceRoot(), "tests", "PerfHunt.EndToEnd.Tests", "Fixtures", "tally"), Repository);
        change?.Invoke(Repository);
        Directory.CreateDirectory(Scripts);
        File.WriteAllText(Path.Combine(Scripts, "agent.sh"), $$"""
            #!/bin/sh
            script={{Scripts}}/$(basename "$(dirname "$(dirname "$RESULT")")").sh
            [ -f "$script" ] || exit 0
            exec sh "$script"

            """);
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "user");
        Git("config", "user.email", "user@example.org");
        Git("add", "-A");
        Git("commit", "-q", "-m", "start");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("perfhunt-agents-").FullName;

    public string Repository => Path.Combine(Root, "tally");

    public string Workspace => Path.Combine(Root, "ws");

    public string Scripts => Path.Combine(Root, "scripts");

    public JObject State => JObject.Parse(File.ReadAllText(Path.Combine(Repository, ".claude", "perf-hunt-state.json")));

    /// <summary>Everything that the hunt wrote down, as one text.</summary>
    public string Records => string.Concat(
        new[] { Path.Combine(Repository, ".claude"), Path.Combine(Repository, ".tickets"), Path.Combine(Workspace, "investigations") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => new FileInfo(file) is { LinkTarget: null, Length: > 0 and < 4 << 20 })
            .Select(File.ReadAllText));

    public void Script(int iteration, int attempt, string text) =>
        File.WriteAllText(Path.Combine(Scripts, string.Create(CultureInfo.InvariantCulture, $"{iteration:000}-{attempt}.sh")), text.ReplaceLineEndings("\n") + "\n");

    /// <summary>The agent that runs these scripts one after the other, whatever the hotspot, as <c>investigator.command</c>.</summary>
    public JArray InTurn(IReadOnlyList<string> scripts)
    {
        for (var i = 0; i < scripts.Count; i++)
        {
            File.WriteAllText(Path.Combine(Scripts, string.Create(CultureInfo.InvariantCulture, $"turn-{i + 1}.sh")), scripts[i].ReplaceLineEndings("\n") + "\n");
        }

        var count = Path.Combine(Root, "count");
        File.WriteAllText(count, "0");
        return new("/bin/sh", "-c", $"n=$(($(cat {count}) + 1)); echo $n > {count}; RESULT=$0 exec sh {Scripts}/turn-$n.sh", "{result}");
    }

    /// <summary>Runs the host with the project's configuration and this investigator.</summary>
    public ProcessOutcome Run(string investigator, params string[] arguments)
    {
        var config = JObject.Parse(File.ReadAllText(Path.Combine(Repository, "perfhunt.json")), new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
        if (!_isSample)
        {
            config["patch"] = JObject.Parse("""{ "protect": ["tests/**", "src/gen.c"], "maxFiles": 4 }""");
        }

        config["investigator"] = JObject.Parse(investigator);
        config["investigator"]!["kind"] ??= "command";
        config["investigator"]!["command"] ??= new JArray("/bin/sh", "-c", $"RESULT=$0 exec sh {Scripts}/agent.sh", "{result}");
        Configure(config);
        var file = Path.Combine(Root, "config.json");
        File.WriteAllText(file, config.ToString());
        return _runner.Run(Command.Of(
            "dotnet", [typeof(HuntHost).Assembly.Location, $"--repository={Repository}", $"--workspace={Workspace}", $"--config={file}", .. arguments]) with
        {
            Environment = ChildEnvironment.Ours().SetItem("CANARY_TOKEN", Canary).SetItem("AGENT_KEY", Canary + "-key"),
            TimeLimit = TimeLimit,
        });
    }

    /// <summary>A value that must be in no record.</summary>
    public const string Canary = "canary-5f0c1b2e";

    /// <summary>Changes the configuration of the runs that follow.</summary>
    public Action<JObject> Configure { get; set; } = _ => { };

    /// <summary>How long a hunt may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(8);

    public string Git(params string[] arguments)
    {
        var outcome = _runner.Run(Command.Of("git", ["-C", Repository, .. arguments]));
        return outcome.Succeeded ? outcome.StandardOutput.TrimEnd() : throw new InvalidOperationException(outcome.StandardError);
    }

    /// <summary>What must stay as it was in the user's repository.</summary>
    public string Fingerprint() => string.Join('\n',
        Git("status", "--porcelain", "--untracked-files=all", "--", ".", ":!.claude", ":!.tickets"),
        Git("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/main", "refs/tags", "refs/remotes", "refs/stash"),
        Git("rev-parse", "HEAD"),
        File.ReadAllText(Path.Combine(Repository, ".git", "config")),
        string.Join(' ', Directory.GetFiles(Path.Combine(Repository, ".git", "hooks")).Order(StringComparer.Ordinal)));

    public void Dispose()
    {
        if (TestContext.CurrentContext.Result.FailCount == 0)
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    /// <summary>The root of this project's own checkout.</summary>
    private static string SourceRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PerfHunt.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("PerfHunt.sln was not found above the tests.");
    }

    private static void CopyFolder(string from, string to)
    {
        // Somebody may have built the sample where it lies.
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith($"{from}/target/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
