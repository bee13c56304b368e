namespace PerfHunt.Profiling.Lines;

/// <summary>One function at an address: the one that was compiled there, or one that was inlined into it.</summary>
/// <param name="Function">Its demangled name; null where the debug information knows the line but no function (assembly).</param>
/// <param name="File">Path of the source as the compiler wrote it; null when unknown.</param>
/// <param name="Line">One-based line; 0 when unknown, or made by the compiler. In a caller, the line of the inlined call.</param>
/// <param name="IsInlined">True when the function has no code of its own here.</param>
public sealed record SourceFrame(string? Function, string? File, int Line, bool IsInlined)
{
    /// <summary>One-based line at which the function is declared; 0 when unknown.</summary>
    public int DeclarationLine { get; init; }
}
