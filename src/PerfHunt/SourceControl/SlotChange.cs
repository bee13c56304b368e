using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>What a slot holds, compared with another tree and judged.</summary>
/// <param name="Tree">Full id of the slot's tree; null when its content cannot be one.</param>
/// <param name="Files">The changed paths.</param>
/// <param name="Refusal">Why it is not a change to take, or null.</param>
public sealed record SlotChange(string? Tree, ImmutableArray<TreeChange> Files, Refusal? Refusal);
