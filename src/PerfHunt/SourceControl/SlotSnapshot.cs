namespace PerfHunt.SourceControl;

/// <summary>The content of a slot as a tree.</summary>
/// <param name="Tree">Full id of the tree, or null.</param>
/// <param name="Objection">Why there is no tree, or null.</param>
public sealed record SlotSnapshot(string? Tree, Refusal? Objection);
