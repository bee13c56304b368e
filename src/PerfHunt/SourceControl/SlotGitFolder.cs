using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using PerfHunt.Files;

namespace PerfHunt.SourceControl;

/// <summary>
/// The small <c>.git</c> of a slot, for build scripts that ask git which commit this is. Both slots say the base commit of the hunt,
/// whatever tree they hold: a version string must not make the two programs differ. Foreign code can write there, so its settings are
/// compared with what we made at each checkout, and it is made anew when they differ.
/// </summary>
internal sealed class SlotGitFolder(HuntRepository repository, string slot, string baseCommit)
{
    // Changed by every git that looks, or of no effect.
    private static readonly string[] Unwatched = ["index", "logs", "COMMIT_EDITMSG", "ORIG_HEAD", "FETCH_HEAD", Path.Combine("objects", "pack")];

    private string PrintFile => Path.Combine(repository.Layout.Root, $"git-{slot}.sha256");

    /// <summary>Makes sure that the slot has its git folder, at the base commit and unaltered.</summary>
    public void Ensure(string slotFolder, CancellationToken cancellation)
    {
        var folder = Path.Combine(slotFolder, ".git");
        if (Directory.Exists(folder) && File.Exists(PrintFile) && File.ReadAllText(PrintFile) == Print(folder))
        {
            return;
        }

        var partial = Path.Combine(repository.Layout.Root, $"git-{slot}.partial");
        repository.Remove(folder);
        repository.Remove(partial);
        Directory.CreateDirectory(partial);
        SmallRepository.Create(repository, partial, baseCommit, historyCommits: 1, cancellation);
        Directory.Move(Path.Combine(partial, ".git"), folder);
        repository.Remove(partial);
        AtomicFile.Write(PrintFile, Print(folder));
    }

    private string Print(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(baseCommit));
        foreach (var path in Watched(folder).Order(StringComparer.Ordinal))
        {
            var full = Path.Combine(folder, path);
            hash.AppendData(Encoding.UTF8.GetBytes($"\0{path}\0{new FileInfo(full).LinkTarget}\0"));
            hash.AppendData(SHA256.HashData(new FileInfo(full).LinkTarget is null ? File.ReadAllBytes(full) : []));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Links count by their target and are not followed: a planted one may lead in a circle.
    private static IEnumerable<string> Watched(string folder)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        var paths = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return paths
            .Select(path => Path.GetRelativePath(folder, path))
            .Where(path => !Unwatched.Any(prefix => path == prefix || path.StartsWith($"{prefix}/", StringComparison.Ordinal)) && !IsLooseObject(path));
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsLooseObject(string path) => path.Split('/') is ["objects", { Length: 2 }, _];
}
