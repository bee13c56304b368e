namespace PerfHunt.Configuration;

/// <summary>How perf records.</summary>
public sealed record PerfConfig
{
    /// <summary>Samples per second and processor. 999 costs nothing measurable; an odd rate does not run in step with timers.</summary>
    public int FrequencyHz { get; init; } = 999;

    /// <summary>The event, or <c>auto</c>: cycles where the kernel counts them, else cpu-clock.</summary>
    public string Event { get; init; } = "auto";

    /// <summary>Call graph: <c>none</c>, <c>fp</c> or <c>dwarf</c>.</summary>
    public string CallGraph { get; init; } = "fp";

    /// <summary>A recording with fewer samples than this says too little to rank by.</summary>
    public int MinimumSamples { get; init; } = 200;

    /// <summary>The most recordings of a workload in one round, 1-32: further ones are made while the two hottest functions are too close to tell apart.</summary>
    public int Recordings { get; init; } = 4;
}
