namespace PerfHunt.Profiling.Unwinding;

/// <summary>How the walk up a stack ended.</summary>
internal enum UnwindEnd
{
    /// <summary>At the function that nobody called.</summary>
    Root,

    /// <summary>The copy of the stack was too short: deep recursion, or large frames.</summary>
    StackTooShort,

    /// <summary>A frame has no rules, and no frame pointer led on.</summary>
    NoRules,
}
