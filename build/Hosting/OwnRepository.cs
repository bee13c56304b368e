using PerfHunt.Configuration;
using PerfHunt.Errors;

namespace PerfHunt.Build.Hosting;

/// <summary>The checkout that this build belongs to.</summary>
public static class OwnRepository
{
    private const string Landmark = "PerfHunt.sln";

    /// <summary>The absolute path of its root folder.</summary>
    /// <exception cref="HuntException">The host was moved out of its checkout.</exception>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The shipped sample: the first folder of <c>samples/</c> with a configuration.</summary>
    /// <exception cref="HuntException">There is none.</exception>
    public static string Sample => Directory.GetDirectories(Path.Combine(Root, "samples")).Order(StringComparer.Ordinal)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, ConfigPaths.DefaultFileName)))
        ?? throw new HuntException(ExitCode.InternalError, "The shipped sample is missing", "Restore it, or name a repository by --repository=DIR.", Root);

    /// <summary>Where the sample is hunted: inside the checkout, ignored by git, gone with it.</summary>
    public static string SampleWorkspace { get; } = Path.Combine(Root, "artifacts", "hunt");

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
            {
                return folder.FullName;
            }
        }

        throw new HuntException(ExitCode.InternalError, $"No folder above the host holds {Landmark}", "Run it through build.sh.", start);
    }
}
