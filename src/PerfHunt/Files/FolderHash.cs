using System.Buffers.Binary;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace PerfHunt.Files;

/// <summary>One hash for all that a folder holds.</summary>
public static class FolderHash
{
    /// <summary>
    /// SHA-256, lower-case hexadecimal, over names, kinds and bytes of everything below the folder, in ordinal order of the paths.
    /// Times and permissions do not count; a link counts by its target's text and is not followed.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, entry) in Entries(folder))
        {
            AppendText(hash, name);
            switch (entry)
            {
                case { LinkTarget: { } target }:
                    AppendText(hash, $"link {target}");
                    break;
                case FileInfo file:
                    AppendText(hash, "file");
                    hash.AppendData(FileHash.Of(file.FullName));
                    break;
                default:
                    AppendText(hash, "folder");
                    break;
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, FileSystemInfo Entry)> Entries(string folder)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var entries = new FileSystemEnumerable<(string Path, FileSystemInfo Entry)>(
            Path.GetFullPath(folder), (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.ToFileSystemInfo()), everything)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return entries
            .Select(pair => (Name: Path.GetRelativePath(folder, pair.Path), pair.Entry))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal);
    }

    // Length first, so that no two different lists of names and contents give the same bytes.
    private static void AppendText(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
