using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>A program that is measured, and what it was built from.</summary>
/// <param name="Program">The program.</param>
/// <param name="Id">Full id of the commit, or of the tree of a change that is no commit yet.</param>
/// <param name="IsTree">True for a tree.</param>
public sealed record MeasuredSide(ProgramUnderTest Program, string Id, bool IsTree = false);
