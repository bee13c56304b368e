using PerfHunt.Profiling.Annotation;

namespace PerfHunt.Investigation;

/// <summary>A hot source line as a dossier shows it.</summary>
/// <param name="Place">File, relative to the root where it is in the repository, and line.</param>
/// <param name="Function">The function that holds it; empty when it is the hotspot itself.</param>
/// <param name="Code">Its text; empty when it cannot be read.</param>
/// <param name="Self">Its share.</param>
public sealed record CodeLine(string Place, string Function, string Code, SelfShare Self);
