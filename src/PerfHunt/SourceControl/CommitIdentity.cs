namespace PerfHunt.SourceControl;

/// <summary>Whose name commits carry.</summary>
/// <param name="Name">Name; not empty.</param>
/// <param name="Email">Address; not empty.</param>
public sealed record CommitIdentity(string Name, string Email)
{
    /// <summary>The name when the user has configured none.</summary>
    public const string FallbackName = "PerfHunt";

    /// <summary>The address when the user has configured none; a name that mail never reaches (RFC 2606).</summary>
    public const string FallbackEmail = "perf-hunt@localhost.invalid";

    /// <summary>The user's configured identity as plain values (<c>user.name</c>, <c>user.email</c>), each with its fallback.</summary>
    public static CommitIdentity Of(Git git, string gitFolder, CancellationToken cancellation) => new(
        Plain(git.UserSetting(gitFolder, "user.name", cancellation), FallbackName),
        Plain(git.UserSetting(gitFolder, "user.email", cancellation), FallbackEmail));

    // git refuses names that are empty once these characters are stripped, and they must not break the commit's header.
    private static string Plain(string? value, string fallback)
    {
        var kept = string.Concat((value ?? "").Where(c => !char.IsControl(c) && c is not ('<' or '>'))).Trim(' ', '.', ',', ':', ';', '"', '\'');
        return kept.Length > 0 ? kept : fallback;
    }
}
