namespace PerfHunt.Configuration;

/// <summary>How paths in a configuration are meant.</summary>
public static class ConfigPaths
{
    /// <summary>The configuration's name where none is given.</summary>
    public const string DefaultFileName = "perfhunt.json";

    /// <summary>A path that is relative to the configuration file, made absolute. An absolute path stays as it is.</summary>
    /// <param name="configFile">The configuration file.</param>
    /// <param name="path">The path as it stands there.</param>
    public static string Resolve(string configFile, string path) =>
        Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(configFile))!);

    /// <summary>True for a relative path that cannot lead out of the folder it starts from; <c>.</c> is the folder itself.</summary>
    public static bool IsBelow(string path) =>
        !string.IsNullOrWhiteSpace(path)
        && path[0] != '/'
        && !path.Contains('\0', StringComparison.Ordinal)
        && !path.Split('/').Contains("..", StringComparer.Ordinal);
}
