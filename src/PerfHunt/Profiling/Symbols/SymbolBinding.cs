namespace PerfHunt.Profiling.Symbols;

/// <summary>Visibility of a symbol to the linker (STB_ values).</summary>
internal enum SymbolBinding : byte
{
    Local = 0,
    Global = 1,
    Weak = 2,
}
