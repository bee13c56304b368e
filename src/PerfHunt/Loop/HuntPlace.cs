using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>Where a hunt takes place.</summary>
/// <param name="Repository">The hunted repository's root, absolute; its work tree is only read, apart from the hunt's own files.</param>
/// <param name="ConfigFile">The configuration file, absolute.</param>
/// <param name="Config">Its content.</param>
/// <param name="Workspace">Everything that the hunt makes.</param>
public sealed record HuntPlace(string Repository, string ConfigFile, HuntConfig Config, Workspace Workspace)
{
    /// <summary>The state file, absolute.</summary>
    public string StateFile => Path.Combine(Repository, Config.Paths.State);

    /// <summary>The journal, absolute.</summary>
    public string JournalFile => Path.Combine(Repository, Config.Paths.Journal);

    /// <summary>The history of measuring rounds, absolute.</summary>
    public string HistoryFile => Path.Combine(Repository, Config.Paths.History);

    /// <summary>The lock that one hunt at a time holds on the repository, absolute; outside of it, so that a refusal changes nothing there.</summary>
    public string LockFile => Path.Combine(Caches, "locks", $"{Path.GetFileName(Repository)}-{HashOf(Repository)}");

    /// <summary>The folder with the prepared patches, absolute; null when none is configured.</summary>
    public string? PatchFolder => Config.Investigator.Patches is { } folder ? ConfigPaths.Resolve(ConfigFile, folder) : null;

    /// <summary>The hunt's own files below the repository's root: they are no changes of the user's, and no patch may touch them.</summary>
    public ImmutableArray<string> OwnPaths => OwnPathsOf(Config);

    /// <summary>The files below the repository's root that workloads read: no patch may touch them.</summary>
    public IEnumerable<string> InputPaths =>
        Config.Suite.Workloads.Concat(Config.Suite.Evolved).SelectMany(workload => workload.Files).Where(path => !Path.IsPathRooted(path)).Distinct(StringComparer.Ordinal);

    /// <summary>The place that a repository's folder names.</summary>
    /// <param name="repository">A folder in the repository.</param>
    /// <param name="configFile">The configuration, or null for the one in the folder.</param>
    /// <param name="workspace">The workspace, or null for one of its own below the user's caches.</param>
    /// <exception cref="HuntException">There is no configuration, or it is wrong.</exception>
    public static HuntPlace At(string repository, string? configFile, string? workspace)
    {
        var root = Path.GetFullPath(repository);
        if (!Directory.Exists(root))
        {
            throw new HuntException(ExitCode.Usage, "There is no such folder", "Name the repository's folder by --repository=DIR.", root);
        }

        var file = Path.GetFullPath(configFile ?? Path.Combine(root, ConfigPaths.DefaultFileName));
        if (configFile is null && !File.Exists(file))
        {
            throw new HuntException(
                ExitCode.Usage, "The repository has no configuration", "Let --target=Init write one, or name another place by --config=FILE.", file);
        }

        return new(root, file, Load(file), new Workspace(Path.GetFullPath(workspace ?? DefaultWorkspace(root))));
    }

    /// <summary>The same with the root of the work tree as its repository, found without git; unchanged outside of one.</summary>
    public HuntPlace AtRoot() => this with { Repository = WorkTree.RootOf(Repository) ?? Repository };

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="HuntException">It is missing or wrong.</exception>
    public static HuntConfig Load(string file) => ConfigLoader.Load(file).OrThrow(
        ExitCode.Usage, "Correct the configuration, or name another by --config=FILE; `schemas/perfhunt.schema.json` describes it.");

    /// <summary>Our git, hardened.</summary>
    public Git Git(IProcessRunner processes) => new(processes, Workspace.Layout.Scratch);

    /// <summary>Looks at the hunted repository.</summary>
    public RepositoryInspection Inspect(IProcessRunner processes, CancellationToken cancellation) =>
        new RepositoryInspector(Git(processes)).Inspect(Repository, OwnPaths, cancellation);

    private static ImmutableArray<string> OwnPathsOf(HuntConfig config) => [config.Paths.State, config.Paths.Journal, config.Paths.History, Tickets.TicketFolder.Name, .. config.Tickets.Folder is { } folder ? [folder] : (string[])[]];

    // Named by repository and path, so that two clones of one project do not share a workspace.
    private static string DefaultWorkspace(string root) => Path.Combine(Caches, $"{Path.GetFileName(root)}-{HashOf(root)}");

    /// <summary>Below which folder workspaces are kept for a user.</summary>
    public static string Caches => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "perf-hunt");

    private static string HashOf(string path)
    {
        const int HashLength = 8;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..HashLength];
    }
}
