namespace PerfHunt.Profiling.Exports;

/// <summary>Numbers for texts; the empty one is 0.</summary>
internal sealed class StringNumbers
{
    private readonly Dictionary<string, ulong> numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> all = [""];

    /// <summary>The texts by number.</summary>
    public IReadOnlyList<string> All => all;

    /// <summary>The number of a text.</summary>
    public ulong Of(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            number = (ulong)all.Count;
            numbers.Add(text, number);
            all.Add(text);
        }

        return number;
    }
}
