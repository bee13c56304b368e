using System.Collections.Immutable;
using System.Globalization;

namespace PerfHunt.SourceControl;

/// <summary>
/// The whole environment of a hardened git call. Nothing of our own <c>GIT_*</c> variables passes; settings go in as
/// <c>GIT_CONFIG_KEY_n</c>/<c>GIT_CONFIG_VALUE_n</c>, which rank like <c>-c</c> on the command line, above every configuration
/// file (git-config(1)), and leave the command line readable.
/// </summary>
internal static class GitEnvironment
{
    /// <summary>
    /// Settings of every call. Each either names a program that git would run (and so must not come from a repository's own
    /// configuration), or changes what git writes or reports.
    /// </summary>
    public static ImmutableArray<GitSetting> Hardening { get; } =
    [
        new("core.fsmonitor", "false"),
        new("core.hooksPath", "/dev/null"),
        new("core.sshCommand", "false"),
        new("core.askPass", "false"),
        new("core.editor", "false"),
        new("core.pager", "cat"),
        new("core.alternateRefsCommand", "true"),
        new("credential.helper", ""),
        new("protocol.ext.allow", "never"),
        // Only the second protocol lets a fetch name any commit.
        new("protocol.version", "2"),
        new("gc.auto", "0"),
        new("maintenance.auto", "false"),
        new("submodule.recurse", "false"),
        new("fetch.recurseSubmodules", "false"),
        new("fetch.writeCommitGraph", "false"),
        new("core.untrackedCache", "false"),
        new("core.splitIndex", "false"),
        new("core.attributesFile", "/dev/null"),
        new("core.safecrlf", "false"),
        // What we write must outlive a power cut: the state file names commits of ours.
        new("core.fsync", "committed"),
    ];

    /// <summary>Settings for work trees of ours, in addition: bytes as they are, no personal ignore rules.</summary>
    public static ImmutableArray<GitSetting> OwnWorkTrees { get; } =
    [
        new("core.autocrlf", "false"),
        new("core.excludesFile", "/dev/null"),
        new("core.sparseCheckout", "false"),
    ];

    /// <summary>
    /// Text of the file that stands in for the user's global configuration. The upload-pack that a local fetch starts does not
    /// get the settings above but does read this; it must read a repository that another user owns (a container's volume). That is
    /// safe here because no call of ours runs what such a repository's configuration names.
    /// </summary>
    public const string GlobalConfiguration = "[safe]\n\tdirectory = *\n[core]\n\tfsmonitor = false\n\thooksPath = /dev/null\n";

    /// <summary>The environment.</summary>
    /// <param name="searchPath">Our own PATH.</param>
    /// <param name="globalFile">The file with <see cref="GlobalConfiguration"/>.</param>
    /// <param name="settings">The settings, the later of two with one key winning.</param>
    /// <param name="variables">Variables for this call alone.</param>
    public static ImmutableSortedDictionary<string, string> Build(
        string searchPath,
        string globalFile,
        ImmutableArray<GitSetting> settings,
        ImmutableSortedDictionary<string, string> variables)
    {
        var environment = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        environment["PATH"] = searchPath;
        environment["HOME"] = Path.GetDirectoryName(globalFile)!;
        environment["LC_ALL"] = "C";
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["GIT_ATTR_NOSYSTEM"] = "1";
        environment["GIT_CONFIG_GLOBAL"] = globalFile;
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_OPTIONAL_LOCKS"] = "0";
        environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        environment["GIT_NO_LAZY_FETCH"] = "1";
        environment["GIT_LITERAL_PATHSPECS"] = "1";
        environment["GIT_ALLOW_PROTOCOL"] = "file";
        environment["GIT_CONFIG_COUNT"] = settings.Length.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < settings.Length; i++)
        {
            environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_KEY_{i}")] = settings[i].Key;
            environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_VALUE_{i}")] = settings[i].Value;
        }

        return environment.ToImmutable().SetItems(variables);
    }
}
