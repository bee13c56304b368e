namespace PerfHunt.SourceControl;

/// <summary>Removes what other programs left: folders that they made read-only too, links never followed.</summary>
internal static class FolderRemoval
{
    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Removes a file, link or folder with all it holds; does nothing when there is none.</summary>
    public static void Remove(string path)
    {
        var entry = new FileInfo(path);
        if (entry.LinkTarget is not null || entry.Exists)
        {
            entry.Delete();
        }
        else if (Directory.Exists(path))
        {
            RemoveFolder(path);
        }
    }

    private static void RemoveFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            // Module caches (Go's, for one) are made read-only on purpose.
            MakeWritable(new DirectoryInfo(path));
            Directory.Delete(path, recursive: true);
        }
    }

    private static void MakeWritable(DirectoryInfo folder)
    {
        folder.UnixFileMode |= OwnerAll;
        foreach (var below in folder.EnumerateDirectories().Where(below => below.LinkTarget is null))
        {
            MakeWritable(below);
        }
    }
}
