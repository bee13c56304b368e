namespace PerfHunt.Workloads;

/// <summary>What comparing a candidate's behaviour on one workload showed.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Reason">What differs, as half a sentence; empty when nothing does.</param>
public sealed record BehaviourFinding(string Workload, BehaviourKind Kind, string Reason);
