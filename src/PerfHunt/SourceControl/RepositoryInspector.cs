using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.SourceControl;

/// <summary>Looks at the user's repository: reads only (no index refresh is written back, no lock taken) and runs nothing that it configures.</summary>
public sealed class RepositoryInspector(Git git)
{
    /// <summary>Inspects the repository that a folder lies in.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="ownPaths">The hunt's own files and folders, relative to the root; they, what lies below them and copies beside them do not make the tree dirty.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="HuntException">There is no such folder (usage), it lies in no repository, or git is too old (precondition).</exception>
    public RepositoryInspection Inspect(string folder, ImmutableArray<string> ownPaths, CancellationToken cancellation)
    {
        RequireVersion(git.Version(cancellation));
        var start = Path.GetFullPath(folder);
        if (!Directory.Exists(start))
        {
            throw new HuntException(ExitCode.Usage, "There is no such folder", "Name the repository's folder by --repository.", start);
        }

        var gitFolder = Locate(start, cancellation);
        var root = Root(start, gitFolder, cancellation);
        var place = git.At(gitFolder, root) with { Settings = UserSettings.For(git, gitFolder, cancellation) };
        return Read(place, ownPaths, cancellation) with
        {
            IsBare = root is null,
            DirtyPaths = root is null ? [] : [.. Status(place, cancellation).Where(path => !ownPaths.Any(own => IsOwn(path.Path, own)))],
        };
    }

    /// <summary>Refuses a git that lacks what we rely on.</summary>
    internal static void RequireVersion(GitVersion version)
    {
        if (!version.IsSupported)
        {
            throw new HuntException(
                ExitCode.Precondition, $"git is version {version}, at least {GitVersion.Oldest} is needed", "Install a newer git so that it comes first on PATH.");
        }
    }

    private string Locate(string start, CancellationToken cancellation)
    {
        var found = git.Run(new(["rev-parse", "--absolute-git-dir"]) { StartFolder = start }, cancellation);
        return found.Succeeded ? found.Line : throw new HuntException(
            ExitCode.Precondition,
            $"The folder lies in no git repository ({found.Complaint})",
            "Name a repository by --repository, or run `git init` and commit the sources.",
            start);
    }

    private string? Root(string start, string gitFolder, CancellationToken cancellation)
    {
        var kind = git.Run(new(["rev-parse", "--is-bare-repository", "--is-inside-work-tree"]) { StartFolder = start }, cancellation).OrThrow().Line.Split('\n');
        return kind switch
        {
            ["true", ..] => null,
            [_, "true"] => git.Run(new(["rev-parse", "--show-toplevel"]) { StartFolder = start }, cancellation).OrThrow().Line,
            _ => throw new HuntException(ExitCode.Usage, "The folder is a git folder, not a work tree", "Name the work tree by --repository.", gitFolder),
        };
    }

    private RepositoryInspection Read(GitPlace place, ImmutableArray<string> ownPaths, CancellationToken cancellation)
    {
        var head = place.Try(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"], cancellation) is { Succeeded: true } commit ? commit.Line : null;
        var branch = place.Try(["symbolic-ref", "--quiet", "--short", "HEAD"], cancellation);
        var content = head is null ? HeadContent.Empty : HeadContent.Read(place, head, cancellation);
        return new RepositoryInspection
        {
            Root = place.WorkTree ?? place.GitFolder,
            GitFolder = place.GitFolder,
            CommonGitFolder = place.Do(["rev-parse", "--path-format=absolute", "--git-common-dir"], cancellation).Line,
            Head = head,
            Branch = branch.Succeeded ? branch.Line : null,
            ObjectFormat = place.Do(["rev-parse", "--show-object-format"], cancellation).Line,
            IsShallow = place.Do(["rev-parse", "--is-shallow-repository"], cancellation).Line == "true",
            IsSparse = place.Try(["config", "--type=bool", "--get", "core.sparseCheckout"], cancellation).Line == "true",
            IsPartial = place.Try(["config", "--get-regexp", @"^(extensions\.partialclone|remote\..*\.promisor)$"], cancellation).Succeeded,
            Submodules = content.Submodules,
            UsesLfs = content.UsesLfs,
            Identity = CommitIdentity.Of(git, place.GitFolder, cancellation),
        };
    }

    // Submodules: only their commit is compared. More would start a git inside them, with their configuration.
    private static IEnumerable<DirtyPath> Status(GitPlace place, CancellationToken cancellation) => place.Do(
            ["status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignore-submodules=dirty", "--no-renames"], cancellation)
        .Entries.Select(entry => new DirtyPath(entry[3..], Kind(entry[0], entry[1])));

    private static string Kind(char index, char tree) => (index, tree) switch
    {
        ('?', _) => "untracked",
        ('U', _) or (_, 'U') or ('A', 'A') or ('D', 'D') => "conflicted",
        (' ', _) => "modified",
        _ => "staged",
    };

    // Copies beside a file of ours: `name.bak`, and `.name.<random>.tmp` that a kill may leave.
    private static bool IsOwn(string path, string own)
    {
        var name = own.TrimEnd('/');
        var cut = name.LastIndexOf('/') + 1;
        return path == name
            || path.StartsWith($"{name}/", StringComparison.Ordinal)
            || path.StartsWith($"{name}.", StringComparison.Ordinal)
            || path.StartsWith($"{name[..cut]}.{name[cut..]}.", StringComparison.Ordinal);
    }
}
