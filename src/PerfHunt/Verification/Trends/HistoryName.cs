namespace PerfHunt.Verification.Trends;

/// <summary>Says which commit a tree has become that was measured before it was one.</summary>
/// <param name="Tree">Full id of the tree.</param>
/// <param name="Commit">Full id of the commit.</param>
public sealed record HistoryName(string Tree, string Commit);
