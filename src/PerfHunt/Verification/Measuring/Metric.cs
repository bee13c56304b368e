namespace PerfHunt.Verification.Measuring;

/// <summary>What is compared.</summary>
public enum Metric
{
    /// <summary>CPU time of the process tree, user and system, seconds.</summary>
    Cpu,

    /// <summary>Elapsed time, seconds. Means nothing in a duet, where both share a processor.</summary>
    Wall,
}
