namespace PerfHunt.Profiling.Annotation;

/// <summary>A source line that samples of a function were taken in.</summary>
/// <param name="Function">The function that holds the line: the annotated one, or one that was inlined into it; null when unknown.</param>
/// <param name="File">Path of the source as the compiler wrote it.</param>
/// <param name="Line">One-based line.</param>
/// <param name="Self">Its share.</param>
public sealed record HotLine(string? Function, string File, int Line, SelfShare Self);
