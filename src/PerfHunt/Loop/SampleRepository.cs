using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>Makes a git repository of its own from a shipped sample, to be hunted as any other repository.</summary>
public static class SampleRepository
{
    /// <summary>Makes the repository, unless it is there. Its only commit is the same each time: same files, date and author.</summary>
    /// <param name="sample">The sample's folder.</param>
    /// <param name="config">Its configuration: build output and prepared patches are not copied.</param>
    /// <param name="target">Where the repository goes.</param>
    /// <param name="git">Our git.</param>
    /// <param name="cancellation">Ends git.</param>
    public static void Ensure(string sample, HuntConfig config, string target, Git git, CancellationToken cancellation)
    {
        if (Directory.Exists(target))
        {
            return;
        }

        var partial = $"{target}.partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        ImmutableHashSet<string> left = [.. config.Build.Keep.Append(config.Investigator.Patches ?? "").Select(path => path.Trim('/'))];
        Copy(sample, partial, left);
        Commit(partial, git, config.Name, cancellation);
        Directory.Move(partial, target);
    }

    private static void Copy(string from, string to, ImmutableHashSet<string> left)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !left.Contains(entry.Name) && entry.LinkTarget is null))
        {
            var place = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo)
            {
                // Only folders at the top are left out by name.
                Copy(entry.FullName, place, []);
            }
            else
            {
                File.Copy(entry.FullName, place);
            }
        }
    }

    private static void Commit(string folder, Git git, string name, CancellationToken cancellation)
    {
        git.Run(new(["init", "--quiet", "--template=", "--initial-branch=main", folder]) { StartFolder = folder }, cancellation).OrThrow();
        var place = git.At(Path.Combine(folder, ".git"), folder);
        place.Do(["add", "--all"], cancellation);
        var commit = place.Call(["commit", "--quiet", "--message", $"The sample {name} as it is shipped"]) with { Variables = Author() };
        git.Run(commit, cancellation).OrThrow();
    }

    private static ImmutableSortedDictionary<string, string> Author()
    {
        const string Date = "2026-01-01T00:00:00Z";
        var variables = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var role in (string[])["AUTHOR", "COMMITTER"])
        {
            variables[$"GIT_{role}_NAME"] = CommitIdentity.FallbackName;
            variables[$"GIT_{role}_EMAIL"] = CommitIdentity.FallbackEmail;
            variables[$"GIT_{role}_DATE"] = Date;
        }

        return variables.ToImmutable();
    }
}
