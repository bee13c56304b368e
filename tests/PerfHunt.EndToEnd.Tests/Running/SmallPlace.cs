namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>A folder on a file system with little room.</summary>
internal sealed class SmallPlace : IDisposable
{
    // Far less than any hunt needs.
    private const long Little = 1L << 30;

    private readonly bool _isMounted;

    private SmallPlace(string folder, bool isMounted)
    {
        Folder = folder;
        _isMounted = isMounted;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>A small tmpfs where it can be mounted, else one that every Linux has, such as <c>/run/lock</c>; null when there is none.</summary>
    public static SmallPlace? Find()
    {
        var folder = Directory.CreateTempSubdirectory("perfhunt-small-").FullName;
        if (Shell.Try(folder, "mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder).ExitCode == 0)
        {
            return new(folder, isMounted: true);
        }

        Directory.Delete(folder);
        foreach (var drive in DriveInfo.GetDrives().Where(IsSmall))
        {
            try
            {
                return new(Directory.CreateDirectory(Path.Combine(drive.Name, Path.GetFileName(folder))).FullName, isMounted: false);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Not for us: the next one.
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isMounted)
        {
            Shell.Do("/", "umount", Folder);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static bool IsSmall(DriveInfo drive)
    {
        try
        {
            return drive.DriveType == DriveType.Ram && drive.AvailableFreeSpace is > 0 and < Little;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
