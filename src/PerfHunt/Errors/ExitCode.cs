namespace PerfHunt.Errors;

/// <summary>What the process tells its caller about how it ended.</summary>
public enum ExitCode
{
    /// <summary>The target ran to its end; the result JSON says how.</summary>
    Finished = 0,

    /// <summary>A defect in PerfHunt itself.</summary>
    InternalError = 1,

    /// <summary>An argument or the configuration is wrong.</summary>
    Usage = 2,

    /// <summary>Something that must hold before a hunt does not: dirty tree, missing tool, another hunt.</summary>
    Precondition = 3,

    /// <summary>The investigator cannot be used.</summary>
    InvestigatorUnusable = 4,

    /// <summary>The baseline does not build, or its workloads fail.</summary>
    BaselineInvalid = 5,

    /// <summary>Tampering was found; the hunt halted.</summary>
    Tampering = 6,

    /// <summary>A comparison found the revision slower.</summary>
    Regressed = 10,

    /// <summary>A comparison came to no decision, or to one that a person has to look at.</summary>
    Undecided = 11,

    /// <summary>A comparison found that the revision behaves otherwise.</summary>
    BehaviourChanged = 12,

    /// <summary>Interrupted by the user (SIGINT).</summary>
    Interrupted = 130,

    /// <summary>Ended by SIGTERM.</summary>
    Terminated = 143,
}
