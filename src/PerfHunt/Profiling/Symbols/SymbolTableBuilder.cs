using PerfHunt.Profiling.Binary;

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
    private ulong[] starts = new ulong[64];
    private ulong[] sizes = new ulong[64];
    private int[] textNumbers = new int[64];
    private int[] nameOffsets = new int[64];
    private byte[] bindings = new byte[64];

    /// <summary>How many were gathered.</summary>
    public int Count { get; private set; }

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
    public void Add(ulong start, ulong size, SymbolBinding binding, int text, int name)
    {
        if (Count == starts.Length)
        {
            starts = LargerArray.Of(starts, Count * 2);
            sizes = LargerArray.Of(sizes, Count * 2);
            textNumbers = LargerArray.Of(textNumbers, Count * 2);
            nameOffsets = LargerArray.Of(nameOffsets, Count * 2);
            bindings = LargerArray.Of(bindings, Count * 2);
        }

        (starts[Count], sizes[Count], bindings[Count], textNumbers[Count], nameOffsets[Count]) = (start, size, (byte)binding, text, name);
        Count++;
    }

    /// <summary>The table.</summary>
    public SymbolTable Build()
    {
        var order = AddressOrder.Of(starts.AsSpan(0, Count));
        var kept = 0;
        foreach (var symbol in order)
        {
            if (kept == 0 || starts[order[kept - 1]] != starts[symbol])
            {
                order[kept++] = symbol;
            }
            else if (IsBetter(symbol, order[kept - 1]))
            {
                order[kept - 1] = symbol;
            }
        }

        return Table(order.AsSpan(0, kept));
    }

    private SymbolTable Table(ReadOnlySpan<int> order)
    {
        var (first, ends) = (new ulong[order.Length], new ulong[order.Length]);
        var (blocks, names) = (new int[order.Length], new int[order.Length]);
        for (var index = 0; index < order.Length; index++)
        {
            var (symbol, start) = (order[index], starts[order[index]]);
            var next = index + 1 < order.Length ? starts[order[index + 1]] : ((start + PageBytes - 1) & ~(PageBytes - 1)) + PageBytes;
            ends[index] = sizes[symbol] == 0 ? next : start + sizes[symbol];
            (first[index], blocks[index], names[index]) = (start, textNumbers[symbol], nameOffsets[symbol]);
        }

        return new SymbolTable([.. texts], first, ends, blocks, names);
    }

    private bool IsBetter(int symbol, int other)
    {
        var better = (sizes[symbol] > 0).CompareTo(sizes[other] > 0);
        better = better != 0 ? better : (bindings[symbol] != (byte)SymbolBinding.Weak).CompareTo(bindings[other] != (byte)SymbolBinding.Weak);
        better = better != 0 ? better : (bindings[symbol] == (byte)SymbolBinding.Global).CompareTo(bindings[other] == (byte)SymbolBinding.Global);
        if (better != 0)
        {
            return better > 0;
        }

        var left = Name(symbol);
        var right = Name(other);
        better = Underscores(right).CompareTo(Underscores(left));
        better = better != 0 ? better : left.Length.CompareTo(right.Length);
        return better > 0 || (better == 0 && symbol < other);
    }

    private ReadOnlySpan<byte> Name(int symbol) => SymbolTable.NameAt(texts[textNumbers[symbol]], nameOffsets[symbol]);

    private static int Underscores(ReadOnlySpan<byte> name) => name.IndexOfAnyExcept((byte)'_') is >= 0 and var count ? count : name.Length;
}
