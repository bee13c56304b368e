namespace PerfHunt.Configuration;

/// <summary>A part of the hunted program that is ours to change.</summary>
/// <param name="Prefix">How its symbols begin, for example <c>vole_sema::</c>; empty matches every symbol of the main program.</param>
/// <param name="Crate">What the part is called (crate, library, component).</param>
/// <param name="Folder">Where its sources lie, below the repository's root.</param>
public sealed record OwnCode(string Prefix, string Crate, string Folder);
