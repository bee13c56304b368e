using System.Security.Cryptography;
using System.Text;
using PerfHunt.Files;
using PerfHunt.Profiling.Elf;

namespace PerfHunt.Loop;

/// <summary>Tells one built program from another.</summary>
public static class ProgramHash
{
    private const string Assembly = ".dll";

    /// <summary>
    /// SHA-256 of the program, hexadecimal. A managed program is the assemblies in its folder, a native one also the shared libraries
    /// that are built beside it: a change in a library leaves the file that is started as it was.
    /// </summary>
    /// <param name="file">The program.</param>
    /// <param name="root">The checkout in which it was built, absolute.</param>
    public static string Of(string file, string root)
    {
        var isManaged = string.Equals(Path.GetExtension(file), Assembly, StringComparison.OrdinalIgnoreCase);
        string[] parts = isManaged ? Directory.GetFiles(Path.GetDirectoryName(file)!, "*" + Assembly) : [file, .. OwnLibraries.Of(file, root)];
        if (!isManaged && parts is [var only])
        {
            return Convert.ToHexStringLower(FileHash.Of(only));
        }

        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts.Order(StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(part) + "\0"));
            all.AppendData(FileHash.Of(part));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
