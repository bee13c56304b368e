namespace PerfHunt.Profiling.Symbols;

/// <summary>What profiles count by: a function's readable name and the file name of its module.</summary>
internal sealed record SymbolKey(string Symbol, string Module);
