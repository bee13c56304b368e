using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>What a work tree holds, as seen without the help of any git folder in it.</summary>
/// <param name="Tree">The tree of all that counts, or null when there is an objection.</param>
/// <param name="Dropped">New files left out because the base commit's own ignore rules cover them.</param>
/// <param name="Objection">Why the content cannot be made a tree, or null.</param>
internal sealed record WorkTreeState(string? Tree, ImmutableArray<string> Dropped, Refusal? Objection);
