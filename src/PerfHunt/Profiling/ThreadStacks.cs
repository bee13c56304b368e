using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling;

/// <summary>The stacks of one thread, line by line.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Stacks">Its stacks, whose frames tell their source lines; of one function each when the recording has no call chains.</param>
public sealed record ThreadStacks(ThreadShare Thread, CallGraph Stacks);
