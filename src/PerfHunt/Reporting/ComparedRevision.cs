namespace PerfHunt.Reporting;

/// <summary>A revision as it was named and as it is.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Commit">Full id of the commit.</param>
public sealed record ComparedRevision(string Name, string Commit);
