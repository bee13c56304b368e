namespace PerfHunt.Profiling.Symbols;

/// <summary>Numbers for symbols, so that counting compares numbers. Equal names in one module are one symbol.</summary>
internal sealed class SymbolRegistry
{
    private readonly Dictionary<SymbolKey, int> numbers = [];
    private readonly List<SymbolKey> keys = [];

    public SymbolRegistry()
    {
        Kernel = Number(new SymbolKey(SymbolShare.KernelSymbol, SymbolShare.KernelSymbol));
        Nowhere = Number(new SymbolKey(SymbolShare.UnknownSymbol, SymbolShare.UnknownSymbol));
    }

    /// <summary>All of the kernel.</summary>
    public int Kernel { get; }

    /// <summary>Addresses outside of all modules.</summary>
    public int Nowhere { get; }

    /// <summary>The symbols by number.</summary>
    public IReadOnlyList<SymbolKey> Keys => keys;

    /// <summary>The number of a symbol, given on first sight.</summary>
    public int Number(SymbolKey key)
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            number = keys.Count;
            keys.Add(key);
            numbers.Add(key, number);
        }

        return number;
    }
}
