namespace PerfHunt.Workloads;

/// <summary>A workload that takes no part in profiling and measuring.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Reason">Why, as half a sentence: <c>it ran into its time limit</c>.</param>
public sealed record LeftOutWorkload(string Workload, string Reason);
