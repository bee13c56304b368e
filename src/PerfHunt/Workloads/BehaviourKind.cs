namespace PerfHunt.Workloads;

/// <summary>What comparing a candidate's behaviour with the baseline's showed.</summary>
public enum BehaviourKind
{
    /// <summary>Exit code and output are the baseline's.</summary>
    Same,

    /// <summary>The candidate behaves differently, and does so again; the baseline is steady.</summary>
    Changed,

    /// <summary>The workload does not show the same behaviour each time, on whichever side: it is no yardstick.</summary>
    Unsteady,
}
