using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>What became of an investigator's clone.</summary>
/// <param name="PatchFile">
/// The difference to the base commit as a patch; present whenever the content could be read, also of a refused change, so that it can
/// be kept for the ticket. Null when nothing was changed or the content could not be read.
/// </param>
/// <param name="Files">The changed paths; empty when the content could not be read.</param>
/// <param name="Dropped">New files that were left out, because the base commit's own ignore rules cover them (build output and the like).</param>
/// <param name="Refusal">Why the change is not taken, or null when it may be verified.</param>
public sealed record Intake(string? PatchFile, ImmutableArray<TreeChange> Files, ImmutableArray<string> Dropped, Refusal? Refusal);
