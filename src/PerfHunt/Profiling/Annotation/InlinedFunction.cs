namespace PerfHunt.Profiling.Annotation;

/// <summary>A function that was inlined into another one and has samples there: it is the innermost one at their instructions.</summary>
/// <param name="Function">Its demangled name.</param>
/// <param name="File">Path of the source of its hottest line, as the compiler wrote it; null when unknown.</param>
/// <param name="Line">One-based hottest line; 0 when unknown.</param>
/// <param name="Self">Its share.</param>
public sealed record InlinedFunction(string Function, string? File, int Line, SelfShare Self);
