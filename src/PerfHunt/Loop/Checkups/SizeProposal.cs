using PerfHunt.State;

namespace PerfHunt.Loop.Checkups;

/// <summary>How much larger a workload should be: the mission wants several seconds each, and thousands of samples. Pure.</summary>
public static class SizeProposal
{
    // Several seconds; at the usual 999 samples a second, thousands of them.
    private const double WantedSeconds = 5;
    private const double ShortSeconds = 2;

    // What a person should not be asked to believe from one measurement of a very short run.
    private const double LargestFactor = 1000;

    /// <summary>True for a workload that should be larger.</summary>
    /// <param name="cpuSeconds">CPU time of one run, seconds.</param>
    public static bool IsShort(double cpuSeconds) => cpuSeconds < ShortSeconds;

    /// <summary>What to do about a workload that is too short: for a generated one its spec with more layers and modules.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="cpuSeconds">CPU time of one run, seconds.</param>
    public static string For(SuiteWorkload workload, double cpuSeconds)
    {
        var factor = Math.Min(WantedSeconds / Math.Max(cpuSeconds, WantedSeconds / LargestFactor), LargestFactor);
        return workload.Profile.Length == 0
            ? FormattableString.Invariant($"Give it about {Math.Ceiling(factor):0} times the work: a larger input, or more repetitions.")
            : $"Make it larger: \"{Larger(workload, factor)}\" in suite.workloads.";
    }

    // The work grows with the number of modules, layers times modules a layer: both take the root of the factor.
    private static string Larger(SuiteWorkload workload, double factor)
    {
        var root = Math.Sqrt(factor);
        var (layers, modules) = ((int)Math.Ceiling(workload.Layers * root), (int)Math.Ceiling(workload.ModulesPerLayer * root));
        return FormattableString.Invariant($"{workload.Name}:{workload.Seed}:{workload.Profile}:{layers}:{modules}");
    }
}
