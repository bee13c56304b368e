namespace PerfHunt.Processes;

/// <summary>What a child process is for; the timeline of a hunt adds up by it.</summary>
public enum ChildKind
{
    /// <summary>Any other tool (version probes, tickets).</summary>
    Tool,

    /// <summary>git.</summary>
    Git,

    /// <summary>A build of the hunted program or its generator.</summary>
    Build,

    /// <summary>The check or the gate.</summary>
    Gate,

    /// <summary>The workload generator.</summary>
    Generator,

    /// <summary>A workload that is measured or whose output is taken.</summary>
    Workload,

    /// <summary>perf, recording or reporting.</summary>
    Perf,

    /// <summary>The investigator.</summary>
    Investigator,
}
