using PerfHunt.Configuration;

namespace PerfHunt.Workloads;

/// <summary>A workload of the suite as it lies on disk.</summary>
/// <param name="Workload">Its configuration.</param>
/// <param name="Folder">Absolute path of its folder; empty for a fixed command.</param>
/// <param name="ContentHash">Hash of its content; null for a fixed command.</param>
/// <param name="State">What was done for it.</param>
public sealed record GeneratedWorkload(WorkloadConfig Workload, string Folder, string? ContentHash, GenerationState State);
