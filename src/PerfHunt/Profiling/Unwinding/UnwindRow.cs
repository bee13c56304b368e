namespace PerfHunt.Profiling.Unwinding;

/// <summary>How the caller's registers are found at one instruction. Source: DWARF 5, section 6.4; System V ABI for AMD64, figure 3.36.</summary>
internal sealed class UnwindRow
{
    /// <summary>Registers that are followed: the general ones and the return address, as DWARF numbers them on x86-64.</summary>
    public const int RegisterCount = 17;

    /// <summary>The stack pointer's number.</summary>
    public const int StackPointer = 7;

    /// <summary>The frame pointer's number.</summary>
    public const int FramePointer = 6;

    /// <summary>The return address's number.</summary>
    public const int ReturnAddress = 16;

    private RegisterRule[] _rules = new RegisterRule[RegisterCount];

    /// <summary>The register that the frame's address is counted from; -1 when an expression gives it.</summary>
    public int CfaRegister { get; set; } = StackPointer;

    /// <summary>The offset from it, or the place of the expression.</summary>
    public long CfaOffset { get; set; }

    /// <summary>Length of the expression, bytes.</summary>
    public int CfaLength { get; set; }

    /// <summary>True when the frame was made by a signal: its address is that of the next instruction, not behind a call.</summary>
    public bool IsSignal { get; set; }

    /// <summary>How a register is found.</summary>
    public ref RegisterRule this[int register] => ref _rules[register];

    /// <summary>A copy that can be changed.</summary>
    public UnwindRow Copy()
    {
        var copy = (UnwindRow)MemberwiseClone();
        copy._rules = (RegisterRule[])_rules.Clone();
        return copy;
    }
}
