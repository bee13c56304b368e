namespace PerfHunt.Profiling.Dwarf;

/// <summary>Gathers texts.</summary>
internal sealed class TextPoolBuilder
{
    private readonly List<byte> bytes = [];
    private readonly List<int> ends = [];

    /// <summary>Adds one; gives its number.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        bytes.AddRange(text);
        ends.Add(bytes.Count);
        return ends.Count - 1;
    }

    /// <summary>All of them.</summary>
    public TextPool Build() => new([.. bytes], [.. ends]);
}
