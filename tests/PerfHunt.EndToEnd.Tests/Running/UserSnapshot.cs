using System.Security.Cryptography;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>Every byte of a user's repository that a hunt must leave alone.</summary>
internal static class UserSnapshot
{
    private static readonly string[] OwnFolders = [".claude", ".tickets"];

    // The hunt's branch, its log, and the objects that it brings.
    private static readonly string[] OwnGitPaths = [".git/objects/", ".git/refs/heads/perf-hunt", ".git/logs/refs/heads/perf-hunt"];

    /// <summary>Each file's path with its permissions, time and content.</summary>
    public static string[] Of(string repository) => [.. Directory.GetFileSystemEntries(repository, "*", SearchOption.AllDirectories)
        .Select(path => (Full: path, Relative: Path.GetRelativePath(repository, path)))
        .Where(entry => !IsOwn(entry.Relative))
        .OrderBy(entry => entry.Relative, StringComparer.Ordinal)
        .Select(entry => $"{entry.Relative} {Describe(entry.Full)}")];

    private static bool IsOwn(string relative) =>
        OwnFolders.Any(folder => relative == folder || relative.StartsWith($"{folder}/", StringComparison.Ordinal))
        || OwnGitPaths.Any(own => relative.StartsWith(own, StringComparison.Ordinal));

    private static string Describe(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is { } target ? $"-> {target}"
            : !file.Exists ? "folder"
            : $"{file.UnixFileMode} {file.LastWriteTimeUtc:O} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}";
    }
}
