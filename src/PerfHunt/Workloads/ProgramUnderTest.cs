namespace PerfHunt.Workloads;

/// <summary>A built program whose workloads are run.</summary>
/// <param name="Tree">Absolute path of the slot that it was built from.</param>
/// <param name="Binary">Absolute path of the program.</param>
public sealed record ProgramUnderTest(string Tree, string Binary);
