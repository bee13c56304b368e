using System.Collections.Immutable;
using PerfHunt.Configuration;

namespace PerfHunt.Workloads;

/// <summary>The workloads of one generation and where they lie.</summary>
/// <param name="BaseFolder">Absolute path of the folder that holds the folders of the workloads.</param>
/// <param name="Workloads">The workloads, in order.</param>
public sealed record Suite(string BaseFolder, ImmutableArray<WorkloadConfig> Workloads)
{
    /// <summary>The folder of a workload; that of a fixed command need not exist.</summary>
    public string FolderOf(WorkloadConfig workload) => WorkloadRecord.Read(BaseFolder, workload.Name)?.Folder ?? DefaultFolder(workload);

    /// <summary>Where a workload's folder lies unless its generator named another.</summary>
    internal string DefaultFolder(WorkloadConfig workload) => Path.Combine(BaseFolder, workload.Name);
}
