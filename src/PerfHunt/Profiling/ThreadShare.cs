namespace PerfHunt.Profiling;

/// <summary>One thread's part of a profile.</summary>
/// <param name="Pid">Process.</param>
/// <param name="Tid">Thread; equal to the process for its first one.</param>
/// <param name="Name">The last name that it had; empty when unknown.</param>
/// <param name="Samples">Number of its samples.</param>
/// <param name="Period">Sum of their periods, in units of the event.</param>
public sealed record ThreadShare(int Pid, int Tid, string Name, long Samples, ulong Period);
