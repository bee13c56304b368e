using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfHunt.SourceControl;

/// <summary>What is mounted where (proc_pid_mountinfo(5)). Removing a folder would remove what is mounted in it, too.</summary>
internal static partial class MountPoints
{
    // mount id, parent id, major:minor, root, mount point, ...
    private const int PointField = 4;

    /// <summary>The mount points in or at a folder, the deepest first.</summary>
    /// <param name="folder">Absolute path without links.</param>
    public static ImmutableArray<string> In(string folder) => In(folder, File.ReadAllText("/proc/self/mountinfo"));

    /// <summary>The same from the text of a mountinfo file.</summary>
    internal static ImmutableArray<string> In(string folder, string mountInfo) =>
    [
        .. mountInfo.Split('\n')
            .Select(line => line.Split(' '))
            .Where(fields => fields.Length > PointField)
            .Select(fields => Octal().Replace(fields[PointField], code => ((char)Convert.ToInt32(code.Value[1..], 8)).ToString(CultureInfo.InvariantCulture)))
            .Where(point => point == folder || point.StartsWith($"{folder}/", StringComparison.Ordinal))
            .OrderByDescending(point => point.Length),
    ];

    // Space, tab, line feed and backslash are written as \040 and so on.
    [GeneratedRegex(@"\\[0-7]{3}")]
    private static partial Regex Octal();
}
