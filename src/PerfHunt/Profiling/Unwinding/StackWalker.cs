using PerfHunt.Profiling.AddressSpaces;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.PerfData;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>
/// Walks up the copied stack of a sample (x86-64): by the rules of the binaries where there are some, else by the frame pointer.
/// </summary>
/// <param name="history">What was mapped.</param>
/// <param name="architecture">Which kind of machine was recorded; null for one like ours. Of others, stacks are counted as broken.</param>
internal sealed class StackWalker(ProcessHistory history, string? architecture = null)
{
    private const string Known = "x86_64";
    private const int DepthCap = 1024;
    private const int InstructionPointerOfPerf = 8;

    // Where asm/perf_regs.h of x86 has what DWARF numbers 0 to 15.
    private static readonly int[] NumbersOfPerf = [0, 3, 2, 1, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

    private readonly List<(ElfFile? Elf, FrameTable? Frames)> _modules = [];
    private readonly ulong?[] _registers = new ulong?[UnwindRow.RegisterCount];
    private readonly ulong?[] _callers = new ulong?[UnwindRow.RegisterCount];

    /// <summary>How many walks ended in each way.</summary>
    public long[] Ends { get; } = new long[3];

    /// <summary>Walks up; addresses from the leaf outwards, callers' already inside their call.</summary>
    public void Walk(in SampleHead sample, UserStack user, List<ulong> addresses)
    {
        if (architecture is not (null or Known))
        {
            Ends[(int)UnwindEnd.NoRules]++;
            return;
        }

        for (var register = 0; register < NumbersOfPerf.Length; register++)
        {
            _registers[register] = user.Register(NumbersOfPerf[register]);
        }

        _registers[UnwindRow.ReturnAddress] = user.Register(InstructionPointerOfPerf);
        var stack = new StackCopy(_registers[UnwindRow.StackPointer] ?? 0, user.Stack);
        var isCaller = false;
        UnwindEnd? end = null;
        while (end is null)
        {
            var address = _registers[UnwindRow.ReturnAddress] ?? 0;
            if (address == 0)
            {
                end = UnwindEnd.Root;
                break;
            }

            // A caller's address is the one behind its call; an interrupted function's is its own.
            var place = isCaller ? address - 1 : address;
            addresses.Add(place);
            end = addresses.Count >= DepthCap ? UnwindEnd.StackTooShort : Step(sample, place, stack, ref isCaller);
        }

        Ends[(int)end]++;
    }

    private UnwindEnd? Step(in SampleHead sample, ulong place, StackCopy stack, ref bool isCaller)
    {
        var (frames, address) = Rules(sample, place);
        if (frames?.Find(address) is not { } row)
        {
            isCaller = true;
            return StepByFramePointer(stack);
        }

        var end = Apply(row, frames, stack);
        isCaller = !row.IsSignal;
        return end;
    }

    private UnwindEnd? Apply(UnwindRow row, FrameTable frames, StackCopy stack)
    {
        var cfa = row.CfaRegister >= 0
            ? _registers[row.CfaRegister] is { } from ? unchecked(from + (ulong)row.CfaOffset) : null
            : FrameExpression.Evaluate(frames.Section.Slice((int)row.CfaOffset, row.CfaLength), _registers, stack, first: null);
        if (cfa is not { } frame)
        {
            return UnwindEnd.NoRules;
        }

        if (row[UnwindRow.ReturnAddress].Kind == RuleKind.Undefined)
        {
            return UnwindEnd.Root;
        }

        for (var register = 0; register < _callers.Length; register++)
        {
            _callers[register] = Value(row[register], register, frame, frames, stack);
        }

        // A caller's stack pointer is the frame's address unless a rule says otherwise.
        if (row[UnwindRow.StackPointer].Kind == RuleKind.Same)
        {
            _callers[UnwindRow.StackPointer] = frame;
        }

        var isFurther = _callers[UnwindRow.StackPointer] > _registers[UnwindRow.StackPointer] || row.IsSignal;
        _callers.CopyTo(_registers, 0);
        return _callers[UnwindRow.ReturnAddress] is null ? UnwindEnd.StackTooShort : isFurther ? null : UnwindEnd.NoRules;
    }

    private ulong? Value(RegisterRule rule, int register, ulong frame, FrameTable frames, StackCopy stack) => rule.Kind switch
    {
        RuleKind.Same => _registers[register],
        RuleKind.AtOffset => Saved(unchecked(frame + (ulong)rule.Value), register, stack),
        RuleKind.Offset => unchecked(frame + (ulong)rule.Value),
        RuleKind.InRegister => rule.Value < _registers.Length ? _registers[rule.Value] : null,
        RuleKind.AtExpression => FrameExpression.Evaluate(frames.Section.Slice((int)rule.Value, rule.Length), _registers, stack, frame) is { } at ? stack.Read(at) : null,
        RuleKind.Expression => FrameExpression.Evaluate(frames.Section.Slice((int)rule.Value, rule.Length), _registers, stack, frame),
        _ => null,
    };

    // Rules of the end of a function still say "saved" when it was restored already: below the stack pointer there is nothing any more.
    private ulong? Saved(ulong address, int register, StackCopy stack) =>
        stack.Read(address) ?? (address < _registers[UnwindRow.StackPointer] ? _registers[register] : null);

    // Code without rules, such as a just-in-time compiler's: the frame pointer leads on if it is one.
    private UnwindEnd? StepByFramePointer(StackCopy stack)
    {
        // The outermost function has none (System V ABI for AMD64, 3.4.1).
        if (_registers[UnwindRow.FramePointer] == 0)
        {
            return UnwindEnd.Root;
        }

        if (_registers[UnwindRow.FramePointer] is not { } frame || frame < _registers[UnwindRow.StackPointer])
        {
            return UnwindEnd.NoRules;
        }

        var (caller, address) = (stack.Read(frame), stack.Read(unchecked(frame + 8)));
        if (caller is null || address is null)
        {
            return UnwindEnd.NoRules;
        }

        _registers[UnwindRow.FramePointer] = caller;
        _registers[UnwindRow.ReturnAddress] = address;
        _registers[UnwindRow.StackPointer] = frame + 16;
        return null;
    }

    private (FrameTable? Frames, ulong Address) Rules(in SampleHead sample, ulong place)
    {
        if (history.Find(sample.Pid, place, sample.TimeNs) is not { } mapping)
        {
            return (null, 0);
        }

        var (elf, frames) = Open(mapping.Module);
        return elf?.AddressOf(mapping.InModule(place)) is { } address ? (frames, address) : (null, 0);
    }

    private (ElfFile? Elf, FrameTable? Frames) Open(Module module)
    {
        while (_modules.Count <= module.Id)
        {
            _modules.Add(default);
        }

        if (_modules[module.Id].Frames is null)
        {
            using var elf = ModuleFile.Open(module, out _);
            _modules[module.Id] = (elf, elf is null ? FrameTable.None : FrameTable.Read(elf));
        }

        return _modules[module.Id];
    }
}
