namespace PerfHunt.Profiling.Symbols;

/// <summary>
/// Gathers symbols and makes a table without duplicates. Of several names for one address the best is kept, by the same rules as perf:
/// with a size, then not weak, then global, then fewer leading underscores, then the longer, then the first.
/// </summary>
internal sealed class SymbolTableBuilder
{
    // A last symbol without a size: to the end of the page after its own, as perf does.
    private const ulong PageBytes = 4096;

    private readonly List<byte[]> texts = [];
    private readonly List<Entry> entries = [];

    /// <summary>How many were gathered.</summary>
    public int Count => entries.Count;

    /// <summary>Adds a block of zero-terminated names; gives its number.</summary>
    public int AddText(byte[] text)
    {
        texts.Add(text);
        return texts.Count - 1;
    }

    /// <summary>Adds a symbol.</summary>
    /// <param name="start">First address.</param>
    /// <param name="size">Bytes; 0 when unknown.</param>
    /// <param name="binding">Visibility.</param>
    /// <param name="text">Number of the block that holds its name.</param>
    /// <param name="name">Offset of the name in the block.</param>
    public void Add(ulong start, ulong size, SymbolBinding binding, int text, int name) => entries.Add(new Entry(start, size, text, name, binding));

    /// <summary>The table.</summary>
    public SymbolTable Build()
    {
        var order = Sorted();
        var kept = new List<int>(order.Length);
        foreach (var index in order)
        {
            var entry = entries[index];
            if (kept.Count == 0 || entries[kept[^1]].Start != entry.Start)
            {
                kept.Add(index);
            }
            else if (IsBetter(index, kept[^1]))
            {
                kept[^1] = index;
            }
        }

        Entry[] table = [.. kept.Select(index => entries[index])];
        return new SymbolTable([.. texts], [.. table.Select(entry => entry.Start)], Ends(table), [.. table.Select(entry => (entry.Text, entry.Name))]);
    }

    private static ulong[] Ends(Entry[] table)
    {
        var ends = new ulong[table.Length];
        for (var index = 0; index < ends.Length; index++)
        {
            var entry = table[index];
            var next = index + 1 < ends.Length ? table[index + 1].Start : ((entry.Start + PageBytes - 1) & ~(PageBytes - 1)) + PageBytes;
            ends[index] = entry.Size == 0 ? next : entry.Start + entry.Size;
        }

        return ends;
    }

    private int[] Sorted()
    {
        var starts = new ulong[entries.Count];
        var order = new int[entries.Count];
        for (var index = 0; index < order.Length; index++)
        {
            starts[index] = entries[index].Start;
            order[index] = index;
        }

        Array.Sort(starts, order);
        return order;
    }

    private bool IsBetter(int index, int other)
    {
        var (first, second) = (entries[index], entries[other]);
        var better = (first.Size > 0).CompareTo(second.Size > 0);
        better = better != 0 ? better : (first.Binding != SymbolBinding.Weak).CompareTo(second.Binding != SymbolBinding.Weak);
        better = better != 0 ? better : (first.Binding == SymbolBinding.Global).CompareTo(second.Binding == SymbolBinding.Global);
        if (better != 0)
        {
            return better > 0;
        }

        var left = Name(first);
        var right = Name(second);
        better = Underscores(right).CompareTo(Underscores(left));
        better = better != 0 ? better : left.Length.CompareTo(right.Length);
        return better > 0 || (better == 0 && index < other);
    }

    private ReadOnlySpan<byte> Name(Entry entry) => SymbolTable.NameAt(texts[entry.Text], entry.Name);

    private static int Underscores(ReadOnlySpan<byte> name) => name.IndexOfAnyExcept((byte)'_') is >= 0 and var count ? count : name.Length;

    private readonly record struct Entry(ulong Start, ulong Size, int Text, int Name, SymbolBinding Binding);
}
