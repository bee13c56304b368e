using System.Security.Cryptography;
using System.Text;
using PerfHunt.Files;

namespace PerfHunt.Loop;

/// <summary>Tells one built program from another.</summary>
public static class ProgramHash
{
    private const string Assembly = ".dll";

    /// <summary>
    /// SHA-256 of the program, hexadecimal. A managed program is the assemblies in its folder: a change in a library of it leaves the
    /// assembly that is started as it was.
    /// </summary>
    /// <param name="file">The program.</param>
    public static string Of(string file)
    {
        if (!string.Equals(Path.GetExtension(file), Assembly, StringComparison.OrdinalIgnoreCase))
        {
            return Convert.ToHexStringLower(FileHash.Of(file));
        }

        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in Directory.GetFiles(Path.GetDirectoryName(file)!, "*" + Assembly).Order(StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(assembly) + "\0"));
            all.AppendData(FileHash.Of(assembly));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
