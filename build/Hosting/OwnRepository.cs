using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.SourceControl;

namespace PerfHunt.Build.Hosting;

/// <summary>Where this program lies: in a checkout, or installed as a .NET tool with the sample beside it.</summary>
public static class OwnRepository
{
    private const string Landmark = "PerfHunt.sln";
    private const string Samples = "samples";

    private static readonly string? Checkout = Find(AppContext.BaseDirectory);

    /// <summary>True when it was installed as a tool: then it hunts in the repository that it is called from.</summary>
    public static bool IsTool => Checkout is null;

    /// <summary>How a person calls it.</summary>
    public static string Call => IsTool ? "perf-hunt" : "./build.sh";

    /// <summary>The absolute path of the checkout's root folder.</summary>
    /// <exception cref="HuntException">It was installed as a tool.</exception>
    public static string Root => Checkout
        ?? throw new HuntException(ExitCode.Precondition, "This target works on the sources of PerfHunt, and the installed tool has none", "Run it through build.sh in a checkout.");

    /// <summary>The shipped sample: the first folder of <c>samples/</c> with a configuration.</summary>
    /// <exception cref="HuntException">There is none.</exception>
    public static string Sample => Folders(Path.Combine(Checkout ?? AppContext.BaseDirectory, Samples))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, ConfigPaths.DefaultFileName)))
        ?? throw new HuntException(ExitCode.InternalError, "The shipped sample is missing", "Install PerfHunt again, or name a repository by --repository=DIR.", AppContext.BaseDirectory);

    /// <summary>Where the sample is hunted: inside the checkout, ignored by git, gone with it; for a tool below the user's caches.</summary>
    public static string SampleWorkspace => Checkout is { } root ? Path.Combine(root, "artifacts", "hunt") : Path.Combine(Loop.HuntPlace.Caches, "sample");

    /// <summary>The repository that the installed tool is called from; null outside of one, and in a checkout.</summary>
    public static string? CalledFrom => IsTool ? WorkTree.RootOf(Environment.CurrentDirectory) : null;

    private static IEnumerable<string> Folders(string parent) => Directory.Exists(parent) ? Directory.GetDirectories(parent).Order(StringComparer.Ordinal) : [];

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
