using System.Collections.Immutable;
using PerfHunt.Files;
using PerfHunt.Processes;

namespace PerfHunt.SourceControl;

/// <summary>
/// git by its command line, hardened: no hook, filter, monitor, credential helper or other program that a configuration names is
/// run, nothing is asked, no optional lock is taken and no other repository than the one named is looked at. Filters (LFS too) live
/// in configuration; ours defines none, so <c>.gitattributes</c> can name what it likes.
/// </summary>
/// <param name="runner">Runs the processes.</param>
/// <param name="scratchFolder">A folder of ours for the settings file and captured output; made when missing.</param>
public sealed class Git(IProcessRunner runner, string scratchFolder)
{
    // Long enough for the first fetch of a very large repository, short enough not to wait for ever on a dead file system.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(30);

    private readonly string _scratch = Path.GetFullPath(scratchFolder);

    /// <summary>A folder for temporary files that live no longer than a call.</summary>
    public string Scratch => _scratch;

    /// <summary>Git at a git folder, a work tree and an index.</summary>
    public GitPlace At(string gitFolder, string? workTree = null, string? indexFile = null) => new(this, gitFolder, workTree, indexFile);

    /// <summary>Runs git; a non-zero exit is a value.</summary>
    /// <exception cref="ExecutableNotFoundException">There is no git.</exception>
    public GitResult Run(GitCall call, CancellationToken cancellation) =>
        Run(call, GitEnvironment.Build(SearchPath(), GlobalFile(), [.. GitEnvironment.Hardening, .. call.Settings], call.Variables), cancellation);

    /// <summary>
    /// A plain value of the effective configuration as the user's own git sees it in a repository, the global files included; null
    /// when unset. Reading runs nothing.
    /// </summary>
    public string? UserSetting(string gitFolder, string key, CancellationToken cancellation, string type = "")
    {
        ImmutableArray<string> kind = type.Length == 0 ? [] : [$"--type={type}"];
        var environment = ChildEnvironment.Ours().RemoveRange(
            ChildEnvironment.Ours().Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) && !name.StartsWith("GIT_CONFIG", StringComparison.Ordinal)));
        var result = Run(new(["config", .. kind, "--get", key]) { GitFolder = gitFolder }, environment, cancellation);
        return result.Succeeded ? result.Line : null;
    }

    /// <summary>The installed git's version.</summary>
    /// <exception cref="ExecutableNotFoundException">There is no git.</exception>
    public GitVersion Version(CancellationToken cancellation) =>
        GitVersion.Parse(Run(new(["version"]), cancellation).OrThrow().Line);

    /// <summary>Removes a file, link or folder of ours with all that foreign programs put there.</summary>
    internal void Remove(string path) => new FolderRemoval(runner).Remove(path);

    private static string SearchPath() => Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";

    private GitResult Run(GitCall call, ImmutableSortedDictionary<string, string> environment, CancellationToken cancellation)
    {
        var outputFolder = ScratchFolder.NewOutput(_scratch);
        try
        {
            var outcome = runner.Run(Compose(call, environment, outputFolder), cancellation);
            return new GitResult(outcome, File.ReadAllBytes(Path.Combine(outputFolder, "stdout")));
        }
        finally
        {
            Remove(outputFolder);
        }
    }

    private static Command Compose(GitCall call, ImmutableSortedDictionary<string, string> environment, string outputFolder)
    {
        var folder = call.GitFolder is { } git ? ImmutableArray.Create($"--git-dir={git}") : [];
        var tree = call.WorkTree is { } work ? ImmutableArray.Create($"--work-tree={work}") : [];
        return Command.Of("git", [.. folder, .. tree, .. call.Arguments]) with
        {
            Kind = ChildKind.Git,
            WorkingDirectory = call.WorkTree ?? call.StartFolder ?? call.GitFolder,
            Environment = call.IndexFile is { } index ? environment.SetItem("GIT_INDEX_FILE", index) : environment,
            StandardInput = call.Input,
            TimeLimit = TimeLimit,
            OutputFolder = outputFolder,
        };
    }

    private string GlobalFile()
    {
        var file = Path.Combine(_scratch, "gitconfig");
        if (new FileInfo(file) is not { Exists: true, LinkTarget: null, Length: > 0 } || File.ReadAllText(file) != GitEnvironment.GlobalConfiguration)
        {
            AtomicFile.Write(file, GitEnvironment.GlobalConfiguration);
        }

        return file;
    }
}
