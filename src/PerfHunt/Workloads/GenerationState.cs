namespace PerfHunt.Workloads;

/// <summary>What was done for a workload.</summary>
public enum GenerationState
{
    /// <summary>It was there, with the content that it was made with.</summary>
    Kept,

    /// <summary>It was made.</summary>
    Made,

    /// <summary>Its content had changed since it was made; it was made again and is as before.</summary>
    Restored,

    /// <summary>It was made again by the same spec and is not as before: the generator is another, and earlier timings mean nothing.</summary>
    Different,
}
