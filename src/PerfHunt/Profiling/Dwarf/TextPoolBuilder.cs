namespace PerfHunt.Profiling.Dwarf;

/// <summary>Gathers texts.</summary>
internal sealed class TextPoolBuilder
{
    private readonly List<byte> _bytes = [];
    private readonly List<int> _ends = [];

    /// <summary>Adds one; gives its number.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        _bytes.AddRange(text);
        _ends.Add(_bytes.Count);
        return _ends.Count - 1;
    }

    /// <summary>All of them.</summary>
    public TextPool Build() => new([.. _bytes], [.. _ends]);
}
