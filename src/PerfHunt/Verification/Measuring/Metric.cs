namespace PerfHunt.Verification.Measuring;

/// <summary>What is compared.</summary>
public enum Metric
{
    /// <summary>CPU time of the process tree, user and system, seconds.</summary>
    Cpu,

    /// <summary>Elapsed time, seconds. Means nothing in a duet, where both share a processor: measured by solo runs.</summary>
    Wall,

    /// <summary>Instructions in user mode by the processor's counters (<c>perf stat</c>), of the process tree.</summary>
    Instructions,

    /// <summary>Instructions by valgrind's callgrind, of the process tree. Slow, and the same from run to run for most programs.</summary>
    Callgrind,
}
