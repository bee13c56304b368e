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

    private readonly List<byte[]> _texts = [];
    private ulong[] _starts = new ulong[64];
    private ulong[] _sizes = new ulong[64];
    private int[] _textNumbers = new int[64];
    private int[] _nameOffsets = new int[64];
    private byte[] _bindings = new byte[64];

    /// <summary>How many were gathered.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a block of zero-terminated names; gives its number.</summary>
    public int AddText(byte[] text)
    {
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <summary>Adds a symbol.</summary>
    /// <param name="start">First address.</param>
    /// <param name="size">Bytes; 0 when unknown.</param>
    /// <param name="binding">Visibility.</param>
    /// <param name="text">Number of the block that holds its name.</param>
    /// <param name="name">Offset of the name in the block.</param>
    public void Add(ulong start, ulong size, SymbolBinding binding, int text, int name)
    {
        if (Count == _starts.Length)
        {
            _starts = LargerArray.Of(_starts, Count * 2);
            _sizes = LargerArray.Of(_sizes, Count * 2);
            _textNumbers = LargerArray.Of(_textNumbers, Count * 2);
            _nameOffsets = LargerArray.Of(_nameOffsets, Count * 2);
            _bindings = LargerArray.Of(_bindings, Count * 2);
        }

        (_starts[Count], _sizes[Count], _bindings[Count], _textNumbers[Count], _nameOffsets[Count]) = (start, size, (byte)binding, text, name);
        Count++;
    }

    /// <summary>The table.</summary>
    public SymbolTable Build()
    {
        var order = AddressOrder.Of(_starts.AsSpan(0, Count));
        var kept = 0;
        foreach (var symbol in order)
        {
            if (kept == 0 || _starts[order[kept - 1]] != _starts[symbol])
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
            var (symbol, start) = (order[index], _starts[order[index]]);
            var next = index + 1 < order.Length ? _starts[order[index + 1]] : ((start + PageBytes - 1) & ~(PageBytes - 1)) + PageBytes;
            ends[index] = _sizes[symbol] == 0 ? next : start + _sizes[symbol];
            (first[index], blocks[index], names[index]) = (start, _textNumbers[symbol], _nameOffsets[symbol]);
        }

        return new SymbolTable([.. _texts], first, ends, blocks, names);
    }

    private bool IsBetter(int symbol, int other)
    {
        var better = (_sizes[symbol] > 0).CompareTo(_sizes[other] > 0);
        better = better != 0 ? better : (_bindings[symbol] != (byte)SymbolBinding.Weak).CompareTo(_bindings[other] != (byte)SymbolBinding.Weak);
        better = better != 0 ? better : (_bindings[symbol] == (byte)SymbolBinding.Global).CompareTo(_bindings[other] == (byte)SymbolBinding.Global);
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

    private ReadOnlySpan<byte> Name(int symbol) => SymbolTable.NameAt(_texts[_textNumbers[symbol]], _nameOffsets[symbol]);

    private static int Underscores(ReadOnlySpan<byte> name) => name.IndexOfAnyExcept((byte)'_') is >= 0 and var count ? count : name.Length;
}
