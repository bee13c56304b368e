using PerfHunt.Errors;

namespace PerfHunt.Files;

/// <summary>Room on the file system that holds a folder.</summary>
public static class FreeSpace
{
    /// <summary>Bytes that may still be written there by this user. The folder, or an ancestor of it, must exist.</summary>
    public static long Bytes(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing) ?? "/";
        }

        return new DriveInfo(existing).AvailableFreeSpace;
    }

    /// <summary>Refuses to go on when fewer than the needed bytes are free.</summary>
    /// <exception cref="HuntException">There is not enough room.</exception>
    public static void Require(string folder, long neededBytes)
    {
        const double Mebibyte = 1 << 20;
        var free = Bytes(folder);
        if (free < neededBytes)
        {
            throw new HuntException(
                ExitCode.Precondition,
                FormattableString.Invariant($"Only {free / Mebibyte:F0} MiB are free on disk where {neededBytes / Mebibyte:F0} MiB are needed"),
                "Free some space, or name a folder on another disk with --workspace.",
                folder);
        }
    }
}
