using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Symbols;

/// <summary>Numbers for symbols, so that counting compares numbers. Equal names in one module are one symbol.</summary>
internal sealed class SymbolRegistry
{
    private readonly Dictionary<StackFrame, int> _numbers = [];
    private readonly List<StackFrame> _keys = [];

    public SymbolRegistry()
    {
        Kernel = Number(new StackFrame(SymbolShare.KernelSymbol, SymbolShare.KernelSymbol));
        Nowhere = Number(new StackFrame(SymbolShare.UnknownSymbol, SymbolShare.UnknownSymbol));
    }

    /// <summary>All of the kernel.</summary>
    public int Kernel { get; }

    /// <summary>Addresses outside of all modules.</summary>
    public int Nowhere { get; }

    /// <summary>The symbols by number.</summary>
    public IReadOnlyList<StackFrame> Keys => _keys;

    /// <summary>The number of a symbol, given on first sight.</summary>
    public int Number(StackFrame key)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _keys.Count;
            _keys.Add(key);
            _numbers.Add(key, number);
        }

        return number;
    }
}
