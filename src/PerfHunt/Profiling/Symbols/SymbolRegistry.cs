using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Symbols;

/// <summary>Numbers for symbols, so that counting compares numbers. Equal names in one module are one symbol.</summary>
internal sealed class SymbolRegistry
{
    private readonly Numbering<StackFrame> _numbers = new();

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
    public IReadOnlyList<StackFrame> Keys => _numbers.All;

    /// <summary>The number of a symbol, given on first sight.</summary>
    public int Number(StackFrame key) => _numbers.Of(key);
}
