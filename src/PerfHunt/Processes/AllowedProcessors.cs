using PerfHunt.Processes.Linux;

namespace PerfHunt.Processes;

/// <summary>The processors that this process may run on.</summary>
public static class AllowedProcessors
{
    /// <summary>Their numbers, ascending, at least one.</summary>
    public static IReadOnlyList<int> List() => Affinity.Allowed();
}
