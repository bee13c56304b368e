using System.Security.Cryptography;
using System.Text;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Files;

namespace PerfHunt.Workloads;

/// <summary>The files that the command of a workload reads (<see cref="WorkloadConfig.Files"/>).</summary>
public static class FixedFiles
{
    /// <summary>
    /// One hash for what they hold: SHA-256, lower-case hexadecimal, over paths and contents in the order of the configuration;
    /// null when the workload names none.
    /// </summary>
    /// <param name="workload">The workload.</param>
    /// <param name="tree">Absolute path of the checkout that relative paths start from.</param>
    /// <exception cref="HuntException">One of them is not there or cannot be read.</exception>
    public static string? Hash(WorkloadConfig workload, string tree)
    {
        if (workload.Files.IsEmpty)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in workload.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{Content(workload, path, tree)}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Content(WorkloadConfig workload, string path, string tree)
    {
        var place = Path.Combine(tree, path);
        try
        {
            return Directory.Exists(place) ? FolderHash.Of(place) : Convert.ToHexStringLower(FileHash.Of(place));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new HuntException(
                ExitCode.BaselineInvalid,
                $"The workload {workload.Name} reads {path}, which cannot be read: {(fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : fault.Message)}",
                $"Put it there, and commit it where it belongs to the repository, or correct `files` of {workload.Name} in the configuration.",
                place,
                fault);
        }
    }
}
