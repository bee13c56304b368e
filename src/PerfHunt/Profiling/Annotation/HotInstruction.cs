namespace PerfHunt.Profiling.Annotation;

/// <summary>A machine instruction that samples were taken at. The clock's samples are taken at the instruction behind the costly one, as with perf annotate.</summary>
/// <param name="Address">Its virtual address in the module.</param>
/// <param name="Text">It as an assembler would read it; empty where nothing here can read it.</param>
/// <param name="File">Path of the source of its innermost function; null when unknown.</param>
/// <param name="Line">One-based line; 0 when unknown.</param>
/// <param name="Self">Its share.</param>
public sealed record HotInstruction(ulong Address, string Text, string? File, int Line, SelfShare Self);
