namespace PerfHunt.Tests.Tidy;

/// <summary>The files of this checkout, without what builds leave.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] LeftByBuilds = ["bin", "obj", "artifacts", "target", "TestResults", "node_modules", ".git", ".vs", ".idea"];

    /// <summary>The root folder of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file below some folders, by its path relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Below(params string[] folders) =>
        folders.Select(folder => new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(folder => folder.Exists)
            .SelectMany(Walk)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of a file.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The size of a file in bytes.</summary>
    public static long SizeBytes(string path) => new FileInfo(Path.Combine(Root, path)).Length;

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles().Where(file => file.LinkTarget is null).Concat(
        folder.EnumerateDirectories()
            .Where(child => child.LinkTarget is null && !LeftByBuilds.Contains(child.Name))
            .SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PerfHunt.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of their checkout.");
        }

        return folder.FullName;
    }
}
