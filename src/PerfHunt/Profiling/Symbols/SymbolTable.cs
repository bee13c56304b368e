using System.Text;

namespace PerfHunt.Profiling.Symbols;

/// <summary>Symbols by address. Names stay as bytes until one is asked for.</summary>
internal sealed class SymbolTable(byte[][] texts, ulong[] starts, ulong[] ends, int[] textNumbers, int[] nameOffsets)
{
    // How many symbols back one is looked for that covers the address although others start behind it (nested labels).
    private const int NestingCap = 16;

    /// <summary>No symbols.</summary>
    public static SymbolTable Empty { get; } = new([], [], [], [], []);

    /// <summary>How many symbols there are.</summary>
    public int Count => starts.Length;

    /// <summary>The symbol that covers an address; -1 when there is none.</summary>
    public int Find(ulong address)
    {
        var index = LastNotAfter(address);
        for (var last = Math.Max(index - NestingCap, 0); index >= last; index--)
        {
            if (address < ends[index])
            {
                return index;
            }
        }

        return -1;
    }

    private int LastNotAfter(ulong address)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = starts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>First address of a symbol.</summary>
    public ulong Start(int index) => starts[index];

    /// <summary>First address behind a symbol.</summary>
    public ulong End(int index) => ends[index];

    /// <summary>The name as the linker knows it, mangled.</summary>
    public string Name(int index) => Encoding.UTF8.GetString(NameAt(texts[textNumbers[index]], nameOffsets[index]));

    internal static ReadOnlySpan<byte> NameAt(byte[] text, int offset)
    {
        var rest = text.AsSpan(offset);
        var length = rest.IndexOf((byte)0);
        return length < 0 ? rest : rest[..length];
    }
}
