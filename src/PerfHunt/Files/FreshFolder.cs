namespace PerfHunt.Files;

/// <summary>Makes empty folders, whatever an earlier program left there.</summary>
public static class FreshFolder
{
    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Removes the folder with all that it holds, then makes it anew. Links in it are removed, not followed.</summary>
    /// <exception cref="IOException">Something in it cannot be removed.</exception>
    public static void Make(string path)
    {
        Remove(path);
        Directory.CreateDirectory(path);
    }

    /// <summary>Removes the folder with all that it holds; a missing one is fine.</summary>
    /// <exception cref="IOException">Something in it cannot be removed.</exception>
    public static void Remove(string path)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            // Folders without write permission (package caches have such): their content cannot be unlinked before they are opened up.
            OpenUp(path);
            Directory.Delete(path, recursive: true);
        }
    }

    private static void OpenUp(string folder)
    {
        File.SetUnixFileMode(folder, OwnerAll);
        foreach (var child in new DirectoryInfo(folder).EnumerateDirectories().Where(child => child.LinkTarget is null))
        {
            OpenUp(child.FullName);
        }
    }
}
