namespace PerfHunt.Profiling;

/// <summary>Numbers for values, in the order of their first appearance.</summary>
internal sealed class Numbering<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _all = [];

    /// <summary>The values by number.</summary>
    public IReadOnlyList<T> All => _all;

    /// <summary>The number of a value, given on first sight.</summary>
    public int Of(T value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            number = _all.Count;
            _numbers.Add(value, number);
            _all.Add(value);
        }

        return number;
    }
}
