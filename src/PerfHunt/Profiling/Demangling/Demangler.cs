using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Demangling;

/// <summary>Makes the names that compilers give to functions readable.</summary>
public static class Demangler
{
    /// <summary>The readable name, without what only tells copies of a function apart; a name that is in no known scheme stays as it is.</summary>
    /// <param name="symbol">A name as the linker knows it.</param>
    public static string Readable(string symbol) => SymbolNames.WithoutHash(symbol);
}
