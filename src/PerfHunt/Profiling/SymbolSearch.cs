using System.Collections.Immutable;

namespace PerfHunt.Profiling;

/// <summary>Finds the function that somebody means.</summary>
public static class SymbolSearch
{
    /// <summary>
    /// The functions that a text may mean: the one of that name; else those whose last part it is, without parameters; else all
    /// that have it in their names, whatever the letter case. One means that it is clear. Keeps the order of the names.
    /// </summary>
    public static ImmutableArray<string> Find(IReadOnlyCollection<string> names, string text) =>
        names.Contains(text) ? [text]
        : names.Where(name => LastPart(name).Equals(text, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToImmutableArray() is { IsEmpty: false } exact ? exact
        : [.. names.Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)];

    private static string LastPart(string name)
    {
        var end = name.IndexOf('(', StringComparison.Ordinal);
        var head = end > 0 ? name[..end] : name;
        return head[(head.LastIndexOf(':') + 1)..];
    }
}
