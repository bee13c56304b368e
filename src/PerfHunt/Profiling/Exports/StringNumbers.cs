namespace PerfHunt.Profiling.Exports;

/// <summary>Numbers for texts; the empty one is 0.</summary>
internal sealed class StringNumbers
{
    private readonly Dictionary<string, ulong> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _all = [""];

    /// <summary>The texts by number.</summary>
    public IReadOnlyList<string> All => _all;

    /// <summary>The number of a text.</summary>
    public ulong Of(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = (ulong)_all.Count;
            _numbers.Add(text, number);
            _all.Add(text);
        }

        return number;
    }
}
