using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Configuration;

/// <summary>What one reading of a configuration met: every mistake with its place, and every key that the reader knows.</summary>
/// <param name="source">The file, for messages.</param>
internal sealed class ConfigReport(string source)
{
    private readonly List<LocatedError> _mistakes = [];
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>The mistakes in the order of their lines.</summary>
    public IEnumerable<LocatedError> Mistakes => _mistakes.OrderBy(mistake => mistake.Line);

    /// <summary>Paths of the keys that were asked for, such as <c>suite.workloads[].name</c>.</summary>
    public IReadOnlySet<string> Keys => _keys;

    /// <summary>Notes a key that the reader knows, by its path with indexes taken out.</summary>
    public void Know(string path) =>
        _keys.Add(string.Join('[', path.Split('[').Select((part, i) => i == 0 ? part : part[part.IndexOf(']', StringComparison.Ordinal)..])));

    /// <summary>Notes a value that is not what was expected.</summary>
    public void Expected(JToken found, string path, string expected) =>
        _mistakes.Add(new LocatedError(source, JsonText.LineOf(found), $"{path}: expected {expected}, found", JsonText.Excerpt(found)));

    /// <summary>Notes a mistake that another reader found.</summary>
    public void Wrong(LocatedError mistake) => _mistakes.Add(mistake);

    /// <summary>Notes any other mistake at the place of a token.</summary>
    public void Wrong(JToken place, string problem) =>
        _mistakes.Add(new LocatedError(source, JsonText.LineOf(place), problem));

    /// <summary>All mistakes as one error, the first one's place in front, a line each; null when there is none.</summary>
    public LocatedError? ToError()
    {
        var all = Mistakes.ToList();
        if (all.Count <= 1)
        {
            return all.FirstOrDefault();
        }

        // The error as a whole prints the first one's place itself.
        var first = all[0].ToString()[(all[0] with { Problem = "", Excerpt = "" }).ToString().Length..];
        return all[0] with { Problem = string.Join('\n', all.Skip(1).Select(mistake => mistake.ToString()).Prepend(first)), Excerpt = "" };
    }
}
