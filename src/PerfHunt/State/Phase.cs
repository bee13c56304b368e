namespace PerfHunt.State;

/// <summary>Where a hunt stands. Written before and after every step, so that a hunt that was killed goes on from there.</summary>
public enum Phase
{
    /// <summary>Nothing was done yet.</summary>
    Uninitialized,

    /// <summary>The baseline of the current suite is built and valid; it wants to be profiled.</summary>
    Baselined,

    /// <summary>A fresh profile round of the baseline exists.</summary>
    Profiled,

    /// <summary>A hotspot is chosen; an attempt is to be made.</summary>
    HotspotChosen,

    /// <summary>A clone is prepared for a person, who changes it between two calls.</summary>
    Prepared,

    /// <summary>The investigator has replied; its patch, if any, lies in the workspace.</summary>
    Investigated,

    /// <summary>The attempt has an outcome that was not acted on yet.</summary>
    Judged,

    /// <summary>Nothing more will be investigated; the closing measurement may be due.</summary>
    Exhausted,

    /// <summary>The hunt is over and reported.</summary>
    Finished,
}
