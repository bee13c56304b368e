namespace PerfHunt.Profiling.CallGraphs;

/// <summary>A function on a stack.</summary>
/// <param name="Symbol">Its demangled name.</param>
/// <param name="Module">File name of its module.</param>
public sealed record StackFrame(string Symbol, string Module);
