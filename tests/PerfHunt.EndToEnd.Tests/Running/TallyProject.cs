using Newtonsoft.Json.Linq;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>The small C project of the fixtures in a git repository of its own, with a workspace beside it; gone when disposed.</summary>
internal sealed class TallyProject : IDisposable
{
    // With a space and a letter that is not ASCII: nothing may break a path apart.
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("perfhunt tally-ü-");

    /// <summary>Makes the repository.</summary>
    /// <param name="change">Changes files before they are committed; gets the folder.</param>
    public TallyProject(Action<string>? change = null)
    {
        CopyTo(Folder);
        change?.Invoke(Folder);
        Git("init", "--quiet", "--initial-branch=main");
        Git("config", "user.name", "Ada");
        Git("config", "user.email", "ada@example.org");
        Git("add", "--all");
        Git("commit", "--quiet", "--message", "The first version");
    }

    /// <summary>The repository.</summary>
    public string Folder => Path.Combine(_root.FullName, "tally");

    /// <summary>The workspace.</summary>
    public string Workspace => Path.Combine(_root.FullName, "workspace");

    /// <summary>The state file.</summary>
    public string StateFile => Path.Combine(Folder, ".claude", "perf-hunt-state.json");

    /// <summary>The state.</summary>
    public JObject State => JObject.Parse(File.ReadAllText(StateFile));

    /// <summary>The result.</summary>
    public JObject Result => JObject.Parse(File.ReadAllText(Path.Combine(Workspace, "result.json")));

    /// <summary>The configuration's file.</summary>
    public string Config => Path.Combine(Folder, "perfhunt.json");

    /// <summary>A folder for what a test needs besides.</summary>
    public string Beside(string name) => Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName;

    /// <summary>A command line for a target on this project.</summary>
    public HostStart Target(string target, params string[] more) =>
        new([$"--target={target}", $"--repository={Folder}", $"--workspace={Workspace}", .. more]);

    /// <summary>Runs git in the repository.</summary>
    public string Git(params string[] words) => Shell.Do(Folder, ["git", .. words]);

    /// <summary>Copies the project's files.</summary>
    public static void CopyTo(string folder)
    {
        var fixture = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "tally");
        foreach (var file in Directory.GetFiles(fixture, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(fixture, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Replaces a text in a file; it must be there.</summary>
    public static void Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain(from), $"the fixture {file} has changed");
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Delete(recursive: true);
}
