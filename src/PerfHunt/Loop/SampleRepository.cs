using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PerfHunt.Configuration;
using PerfHunt.Files;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>Makes a git repository of its own from a shipped sample, to be hunted as any other repository.</summary>
public static class SampleRepository
{
    // In the git folder, where no work tree sees it.
    private const string Marker = "perf-hunt-sample";

    /// <summary>
    /// Makes the repository, unless it is there. Its only commit is the same each time: same files, date and author. Where the sample
    /// is another than the one that it was made from, it is made anew, if nothing was done in it since.
    /// </summary>
    /// <param name="sample">The sample's folder.</param>
    /// <param name="config">Its configuration: build output and prepared patches are not copied.</param>
    /// <param name="target">Where the repository goes.</param>
    /// <param name="git">Our git.</param>
    /// <param name="progress">Is told when an older sample stays.</param>
    /// <param name="cancellation">Ends git.</param>
    public static void Ensure(string sample, HuntConfig config, string target, Git git, IProgress<string> progress, CancellationToken cancellation)
    {
        ImmutableHashSet<string> left = [.. config.Build.Keep.Append(config.Investigator.Patches ?? "").Select(path => Path.GetFileName(path.TrimEnd('/')))];
        var hash = Hash(sample, left);
        if (Directory.Exists(target) && !IsOutdated(target, hash, git, progress, cancellation))
        {
            return;
        }

        var partial = $"{target}.partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Copy(sample, partial, left);
        Commit(partial, git, config.Name, cancellation);
        File.WriteAllText(Path.Combine(partial, ".git", Marker), hash);
        FreshFolder.Remove(target);
        Directory.Move(partial, target);
    }

    // A repository without our mark was made by somebody else, or by a version that did not look.
    private static bool IsOutdated(string target, string hash, Git git, IProgress<string> progress, CancellationToken cancellation)
    {
        var marker = Path.Combine(target, ".git", Marker);
        if (!File.Exists(marker) || File.ReadAllText(marker) == hash)
        {
            return false;
        }

        var place = git.At(Path.Combine(target, ".git"), target);
        var isUntouched = place.Do(["status", "--porcelain", "--ignored"], cancellation).Text.Length == 0
            && place.Do(["rev-list", "--all", "--count"], cancellation).Line == "1";
        if (!isUntouched)
        {
            progress.Report($"Note: the shipped sample has changed since {target} was made. What was done there stays; delete that folder to hunt in the new one.");
        }

        return isUntouched;
    }

    private static string Hash(string sample, ImmutableHashSet<string> left)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in Entries(sample, left).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Name}\0"));
            hash.AppendData(entry is DirectoryInfo ? Encoding.UTF8.GetBytes(FolderHash.Of(entry.FullName)) : FileHash.Of(entry.FullName));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<FileSystemInfo> Entries(string folder, ImmutableHashSet<string> left) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => !left.Contains(entry.Name) && entry.LinkTarget is null);

    private static void Copy(string from, string to, ImmutableHashSet<string> left)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in Entries(from, left))
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
