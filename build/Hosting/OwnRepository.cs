using PerfHunt.Errors;

namespace PerfHunt.Build.Hosting;

/// <summary>The checkout that this build belongs to.</summary>
public static class OwnRepository
{
    private const string Landmark = "PerfHunt.sln";

    /// <summary>The absolute path of its root folder.</summary>
    /// <exception cref="HuntException">The host was moved out of its checkout.</exception>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

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
