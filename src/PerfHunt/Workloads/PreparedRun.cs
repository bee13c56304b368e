using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Processes;

namespace PerfHunt.Workloads;

/// <summary>A run that can be started: its fresh folders exist. For callers that run the command in their own way, such as under perf.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Command">The command with folder, environment, limit, processor and place for the output.</param>
/// <param name="Placeholders">The paths that are to be replaced in its output.</param>
public sealed record PreparedRun(WorkloadConfig Workload, Command Command, ImmutableArray<PathPlaceholder> Placeholders);
