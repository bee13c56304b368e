namespace PerfHunt.Verification.Measuring.Counting;

/// <summary>Instructions that a process tree executed in user mode.</summary>
/// <param name="Value">How many, above 0.</param>
public sealed record InstructionCount(double Value);
