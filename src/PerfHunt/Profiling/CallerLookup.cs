namespace PerfHunt.Profiling;

/// <summary>Where a caller is looked up. Its address on the stack is the one behind its call instruction.</summary>
public enum CallerLookup
{
    /// <summary>In the call instruction, which is always the caller's.</summary>
    AtCall,

    /// <summary>At the address as it stands, as perf 6.1 does: when the call is a function's last instruction, that is the next function.</summary>
    AtReturnAddress,
}
