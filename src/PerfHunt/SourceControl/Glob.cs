using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>
/// A path pattern from the root of the repository: <c>**</c> stands for any number of folders (none too), <c>*</c> for any
/// characters of one name, <c>?</c> for one character of a name; all else is literal, and case counts. <c>src/**</c> and
/// <c>src/</c> mean everything below <c>src</c>, not <c>src</c> itself. Matching takes time proportional to pattern times path,
/// whatever the pattern.
/// </summary>
public sealed class Glob
{
    private const string AnyFolders = "**";

    private readonly ImmutableArray<string> _parts;

    /// <summary>Reads a pattern; every text is one. A leading <c>/</c> or <c>./</c> says nothing new and is dropped.</summary>
    public Glob(string pattern)
    {
        Pattern = pattern;
        var rooted = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        _parts = [.. (rooted.EndsWith('/') ? rooted + AnyFolders : rooted).Split('/', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Whether a path (relative to the root, names divided by <c>/</c>) matches. The empty pattern matches nothing.</summary>
    public bool Matches(string path)
    {
        var names = path.Split('/');

        // matched[n]: the parts so far match the first n names.
        var matched = new bool[names.Length + 1];
        matched[0] = true;
        for (var part = 0; part < _parts.Length; part++)
        {
            matched = _parts[part] == AnyFolders
                ? AfterAnyFolders(matched, atLeastOne: part == _parts.Length - 1)
                : AfterName(matched, _parts[part], names);
        }

        return _parts.Length > 0 && matched[^1];
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;

    private static bool[] AfterAnyFolders(bool[] matched, bool atLeastOne)
    {
        var next = new bool[matched.Length];
        var reached = false;
        for (var count = 0; count < matched.Length; count++)
        {
            next[count] = reached || matched[count] && !atLeastOne;
            reached |= matched[count];
        }

        return next;
    }

    private static bool[] AfterName(bool[] matched, string part, string[] names)
    {
        var next = new bool[matched.Length];
        for (var count = 0; count < names.Length; count++)
        {
            next[count + 1] = matched[count] && NameMatches(part, names[count]);
        }

        return next;
    }

    // One point of return is enough: a later star takes over from an earlier one, so nothing is tried twice over.
    private static bool NameMatches(string part, string name)
    {
        var (p, n, star, resume) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < part.Length && part[p] == '*')
            {
                (star, resume, p) = (p, n, p + 1);
            }
            else if (p < part.Length && (part[p] == '?' || part[p] == name[n]))
            {
                (p, n) = (p + 1, n + 1);
            }
            else if (star >= 0)
            {
                (p, n, resume) = (star + 1, resume + 1, resume + 1);
            }
            else
            {
                return false;
            }
        }

        return part.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
