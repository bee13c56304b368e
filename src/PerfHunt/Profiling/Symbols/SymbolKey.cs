namespace PerfHunt.Profiling.Symbols;

/// <summary>What profiles count by: a function's readable name and the file name of its module.</summary>
internal readonly record struct SymbolKey(string Symbol, string Module);
