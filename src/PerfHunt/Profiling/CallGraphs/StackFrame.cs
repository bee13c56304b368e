namespace PerfHunt.Profiling.CallGraphs;

/// <summary>A function on a stack: what profiles count by.</summary>
/// <param name="Symbol">Its demangled name.</param>
/// <param name="Module">File name of its module.</param>
public sealed record StackFrame(string Symbol, string Module)
{
    /// <summary>Path of its source as the compiler wrote it; null when unknown, or where lines are not told apart.</summary>
    public string? File { get; init; }

    /// <summary>One-based line of the file that the samples are at, or that calls the next frame; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>One-based line at which the function is declared; 0 when unknown.</summary>
    public int DeclarationLine { get; init; }

    /// <summary>The function, whatever the line.</summary>
    public StackFrame Function => this with { Line = 0 };
}
