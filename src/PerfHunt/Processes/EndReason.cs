namespace PerfHunt.Processes;

/// <summary>Why a child is no longer waited for.</summary>
internal enum EndReason
{
    /// <summary>It ended, or something else ended it.</summary>
    ByItself,

    /// <summary>Its time was up.</summary>
    TimeLimit,

    /// <summary>Its output grew beyond all bounds.</summary>
    OutputLimit,

    /// <summary>The caller wants no more of it.</summary>
    Cancelled,
}
