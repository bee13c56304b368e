using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>Settings with which git sees the user's work tree as the user's own git does, except that it runs nothing.</summary>
internal static class UserSettings
{
    /// <summary>The settings for a repository of the user's.</summary>
    public static ImmutableArray<GitSetting> For(Git git, string gitFolder, CancellationToken cancellation) =>
    [
        .. Plain(git, gitFolder, "core.excludesFile", "path", DefaultExcludes(), cancellation),
        .. Plain(git, gitFolder, "core.autocrlf", "", null, cancellation),
        .. SilencedFilters(git, gitFolder, cancellation),
    ];

    // Where git looks for personal ignore rules when none are configured (gitignore(5)).
    private static string DefaultExcludes()
    {
        var configured = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(string.IsNullOrEmpty(configured) ? Path.Combine(home, ".config") : configured, "git", "ignore");
    }

    private static IEnumerable<GitSetting> Plain(Git git, string gitFolder, string key, string type, string? fallback, CancellationToken cancellation)
    {
        var value = git.UserSetting(gitFolder, key, cancellation, type) ?? fallback;
        return value is null ? [] : [new GitSetting(key, value)];
    }

    // An empty command is no filter; so a file whose times alone changed may look modified where it would not with its filter.
    private static IEnumerable<GitSetting> SilencedFilters(Git git, string gitFolder, CancellationToken cancellation) =>
        git.At(gitFolder).Try(["config", "--null", "--name-only", "--get-regexp", @"^filter\..*\.(clean|smudge|process|required)$"], cancellation)
            .Entries.Distinct(StringComparer.Ordinal)
            .Select(key => new GitSetting(key, key.EndsWith(".required", StringComparison.Ordinal) ? "false" : ""));
}
