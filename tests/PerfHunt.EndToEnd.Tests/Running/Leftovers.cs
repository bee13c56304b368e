using System.Security.Cryptography;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>What a finished hunt must not leave behind.</summary>
internal static class Leftovers
{
    /// <summary>A line for each leftover in processes, workspace and repository.</summary>
    public static string[] Of(TallyProject project) =>
    [
        .. Processes(project.Workspace),
        .. Paths(project),
        .. Slots(project),
        .. Builds(project),
    ];

    /// <summary>Processes whose environment, arguments or working directory name the workspace.</summary>
    public static IEnumerable<string> Processes(string workspace) => Directory.GetDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), out var pid) && pid != System.Environment.ProcessId)
        .Where(folder => Names(folder, workspace))
        .Select(folder => $"process {Path.GetFileName(folder)}: {Read(Path.Combine(folder, "cmdline")).Replace('\0', ' ')}");

    private static IEnumerable<string> Paths(TallyProject project)
    {
        string[] strays = [Path.Combine(project.Workspace, "tree"), Path.Combine(project.Workspace, "tree.slot")];
        string[] folders = [Path.Combine(project.Workspace, "clones"), Path.Combine(project.Workspace, "scratch")];
        return strays.Where(Path.Exists)
            .Concat(folders.Where(Directory.Exists).SelectMany(Directory.GetFileSystemEntries).Where(path => Path.GetFileName(path) != "gitconfig"))
            .Concat(Directory.GetFiles(Path.Combine(project.Folder, ".claude"), "*.tmp"))
            .Concat(Directory.GetFiles(Path.Combine(project.Folder, ".git"), "*.lock", SearchOption.AllDirectories));
    }

    // A slot holds the tree of some commit and nothing else but build output.
    private static IEnumerable<string> Slots(TallyProject project)
    {
        foreach (var slot in (string[])["a", "b"])
        {
            var folder = Path.Combine(project.Workspace, slot);
            var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))
                .Where(file => !file.StartsWith(".git/", StringComparison.Ordinal) && !file.StartsWith("build/", StringComparison.Ordinal));
            var tracked = project.Git("ls-tree", "-r", "--name-only", "HEAD").TrimEnd().Split('\n');
            foreach (var file in files.Except(tracked))
            {
                yield return $"slot {slot}: {file}";
            }
        }
    }

    // What the state says was built last in a slot is what lies there.
    private static IEnumerable<string> Builds(TallyProject project) => project.State["hunt"]!["builds"]!.Children<Newtonsoft.Json.Linq.JProperty>()
        .Where(build => HashOf(Path.Combine(project.Workspace, build.Name, "build", "tally")) != (string)build.Value["binary_hash"]!)
        .Select(build => $"slot {build.Name}: its program is not the one that was recorded");

    private static string HashOf(string file) => File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "none";

    private static bool Names(string process, string workspace) =>
        Read(Path.Combine(process, "environ")).Contains(workspace, StringComparison.Ordinal)
        || Read(Path.Combine(process, "cmdline")).Contains(workspace, StringComparison.Ordinal);

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The process has ended meanwhile.
            return "";
        }
    }
}
