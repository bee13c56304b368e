namespace PerfHunt.Tests;

/// <summary>The folder of this repository, for tests that look at its files.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside the repository.")
        : folder.GetFiles("PerfHunt.sln").Length > 0 ? folder.FullName
        : Find(folder.Parent);
}
