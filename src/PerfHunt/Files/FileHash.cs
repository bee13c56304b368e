using System.Security.Cryptography;

namespace PerfHunt.Files;

/// <summary>One hash for what a file holds.</summary>
public static class FileHash
{
    /// <summary>SHA-256 of a file's bytes; it is read piece by piece, however long.</summary>
    /// <param name="file">The file; a link is followed.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Of(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }
}
