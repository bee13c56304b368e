namespace PerfHunt.SourceControl;

/// <summary>Finds a repository's work tree by its files alone, where starting git would take too long.</summary>
public static class WorkTree
{
    /// <summary>The nearest folder, from the given one upwards, that holds <c>.git</c> (a folder, or the file of a linked work tree); null when there is none.</summary>
    /// <param name="folder">An absolute path.</param>
    public static string? RootOf(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            var git = Path.Combine(place.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return place.FullName;
            }
        }

        return null;
    }
}
