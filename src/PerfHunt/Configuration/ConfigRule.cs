using System.Text.RegularExpressions;

namespace PerfHunt.Configuration;

/// <summary>What a text in the configuration must be.</summary>
/// <param name="Expected">The rule in words, to follow "expected".</param>
/// <param name="Holds">True for a text that keeps the rule.</param>
internal sealed record ConfigRule(string Expected, Func<string, bool> Holds)
{
    /// <summary>Any text that is not blank.</summary>
    public static readonly ConfigRule Text = new("a text that is not empty", text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Any text, also an empty one.</summary>
    public static readonly ConfigRule AnyText = new("a text", _ => true);

    /// <summary>A name that is safe as a file name.</summary>
    public static readonly ConfigRule Name = new("a name of letters, digits, '-', '_' or '.', with a letter or digit first", WorkloadSpec.IsName);

    /// <summary>A path below some folder.</summary>
    public static readonly ConfigRule PathBelow = new("a relative path without '..'", ConfigPaths.IsBelow);

    /// <summary>A glob over paths below the repository's root.</summary>
    public static readonly ConfigRule Glob = new("globs of relative paths without '..'", ConfigPaths.IsBelow);

    /// <summary>What a workload reads: below the repository's root, or anywhere.</summary>
    public static readonly ConfigRule Input = new(
        "paths below the repository's root without '..' and placeholders, or absolute ones",
        text => ConfigPaths.IsBelow(text.StartsWith('/') ? text[1..] : text) && !text.StartsWith('{'));

    /// <summary>A SHA-256 as we write it.</summary>
    public static readonly ConfigRule Hash = new("64 lower-case hexadecimal digits", text => text.Length == 64 && text.All(char.IsAsciiHexDigitLower));

    /// <summary>A word of a command.</summary>
    public static readonly ConfigRule Word = new("a text without NUL characters", text => !text.Contains('\0', StringComparison.Ordinal));

    /// <summary>The name of a perf event, or <c>auto</c>.</summary>
    public static readonly ConfigRule Event = new("the name of a perf event, or auto", text => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)));

    /// <summary>A name that git takes for a branch (git-check-ref-format(1)).</summary>
    public static readonly ConfigRule Branch = new("a branch name that git accepts", IsBranch);

    /// <summary>A regular expression that compiles.</summary>
    public static readonly ConfigRule Expression = new("a regular expression", IsExpression);

    /// <summary>A path that needs no folder to start from.</summary>
    public static readonly ConfigRule HomeOrAbsolute = new(
        "a path that begins with '/' or '~/'",
        text => (text.StartsWith('/') || text.StartsWith("~/", StringComparison.Ordinal)) && !text.Contains('\0', StringComparison.Ordinal));

    /// <summary>The name of a variable.</summary>
    public static readonly ConfigRule Variable = new("a variable's name (letters, digits, '_')", IsVariable);

    /// <summary>A code as records hold it.</summary>
    public static readonly ConfigRule Code = new("codes of lower-case letters and '-'", text => text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || c == '-'));

    /// <summary>One of a few words.</summary>
    public static ConfigRule OneOf(params string[] words) =>
        new(string.Join(" or ", words.Select(word => $"\"{word}\"")), text => words.Contains(text, StringComparer.Ordinal));

    /// <summary>True for a name that a variable of an environment may have.</summary>
    public static bool IsVariable(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsBranch(string text) =>
        !string.IsNullOrEmpty(text)
        && !text.Any(c => c <= ' ' || c == '\x7f' || "~^:?*[\\".Contains(c, StringComparison.Ordinal))
        && !text.Contains("..", StringComparison.Ordinal)
        && !text.Contains("@{", StringComparison.Ordinal)
        && text is not "@" and not "HEAD"
        && text[0] != '-' && text[^1] != '.'
        && text.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));

    private static bool IsExpression(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.CultureInvariant);
            return text.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
