using System.Collections.Immutable;

namespace PerfHunt.Investigation;

/// <summary>A patch that was prepared beforehand: mail-like header lines, a blank line, free text, then a git diff.</summary>
/// <param name="Name">The file's name; the queue is in the order of names.</param>
/// <param name="Hotspot">The function it is for (header <c>Hotspot</c>).</param>
/// <param name="Title">What it does, one line (header <c>Title</c>).</param>
/// <param name="DependsOn">Names of patches that must have been committed before (headers <c>Depends-on</c>).</param>
/// <param name="Explanation">The free text.</param>
/// <param name="Diff">The diff, byte for byte as text.</param>
public sealed record PreparedPatch(
    string Name, string Hotspot, string Title, ImmutableArray<string> DependsOn, string Explanation, string Diff)
{
    /// <summary>True when the code is said to be cleaner for it (header <c>Cleaner: yes</c>).</summary>
    public bool IsCleaner { get; init; }
}
