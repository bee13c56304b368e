namespace PerfHunt.Profiling.Unwinding;

/// <summary>How a caller's register is found.</summary>
internal enum RuleKind : byte
{
    /// <summary>It was not changed.</summary>
    Same,

    /// <summary>It cannot be found; for the return address: this is the outermost function.</summary>
    Undefined,

    /// <summary>It lies at an offset from the frame's address.</summary>
    AtOffset,

    /// <summary>It is the frame's address plus an offset.</summary>
    Offset,

    /// <summary>It is in another register.</summary>
    InRegister,

    /// <summary>It lies where an expression says.</summary>
    AtExpression,

    /// <summary>It is what an expression says.</summary>
    Expression,
}

/// <summary>How one register is found.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Value">The offset, the register, or the place of the expression.</param>
/// <param name="Length">Length of the expression, bytes.</param>
internal readonly record struct RegisterRule(RuleKind Kind, long Value = 0, int Length = 0);
