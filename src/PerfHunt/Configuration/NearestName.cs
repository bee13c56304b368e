namespace PerfHunt.Configuration;

/// <summary>Finds what somebody meant by a mistyped name: a key, an argument, a target, a value.</summary>
public static class NearestName
{
    /// <summary>
    /// The valid name that is nearest to a given one, or null when none is near enough: at most two edits for every five
    /// characters, and one at least. Letter case counts for nothing. The first of equally near names wins.
    /// </summary>
    /// <param name="given">What was written.</param>
    /// <param name="valid">The names that would have been right.</param>
    public static string? Find(string given, IEnumerable<string> valid)
    {
        var best = valid
            .Select(name => (Name: name, Edits: Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(pair => pair.Edits)
            .FirstOrDefault();
        return best.Name is not null && best.Edits <= Allowed(given) ? best.Name : null;
    }

    /// <summary>A half-sentence for messages: <c>; did you mean 'name'?</c>, or nothing when no name is near.</summary>
    public static string Suggest(string given, IEnumerable<string> valid) =>
        Find(given, valid) is { } name ? $"; did you mean '{name}'?" : "";

    private static int Allowed(string given) => Math.Max(1, given.Length * 2 / 5);

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other (optimal string alignment).</summary>
    internal static int Distance(string from, string to)
    {
        var before = new int[to.Length + 1];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                row[j] = swapped ? Math.Min(row[j], before[j - 2] + 1) : row[j];
            }

            (before, last) = (last, row);
        }

        return last[to.Length];
    }
}
