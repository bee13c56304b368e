using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>Runs the instructions that describe a function's frame up to an address. Source: DWARF 5, section 6.4.2.</summary>
internal ref struct FrameProgram
{
    private const int StackCap = 64;

    private readonly FrameEntry entry;
    private readonly Stack<UnwindRow> remembered = [];
    private UnwindRow row = new();
    private UnwindRow initial = new();
    private ulong location;
    private bool isSound = true;

    private FrameProgram(FrameEntry entry)
    {
        this.entry = entry;
        location = entry.Start;
    }

    /// <summary>The rules at an address of the function; null when they are damaged, or use what we do not know.</summary>
    public static UnwindRow? Run(byte[] section, FrameEntry entry, ulong address)
    {
        var program = new FrameProgram(entry);
        program.Execute(section, entry.Common.ProgramStart, entry.Common.ProgramEnd, ulong.MaxValue);
        program.initial = program.row.Copy();
        program.Execute(section, entry.ProgramStart, entry.ProgramEnd, address);
        program.row.IsSignal = entry.Common.IsSignal;
        return program.isSound ? program.row : null;
    }

    private void Execute(byte[] section, int start, int end, ulong address)
    {
        var reader = new SpanReader(section.AsSpan(0, end));
        reader.Seek(start);
        while (isSound && !reader.AtEnd)
        {
            var code = reader.U8();
            if (Advance(code, ref reader) is { } distance)
            {
                location += distance * entry.Common.CodeAlignment;
                if (location > address)
                {
                    return;
                }

                continue;
            }

            switch (code & 0xc0)
            {
                case 0x80:
                    Set(code & 0x3fUL, new RegisterRule(RuleKind.AtOffset, Factored(reader.Uleb())));
                    break;
                case 0xc0:
                    Restore(code & 0x3fUL);
                    break;
                default:
                    ExecuteExtended(code, ref reader);
                    break;
            }
        }

        isSound &= !reader.Overrun;
    }

    private static ulong? Advance(byte code, ref SpanReader reader) => code switch
    {
        >= 0x40 and < 0x80 => code & 0x3fUL,
        0x02 => reader.U8(),
        0x03 => reader.U16(),
        0x04 => reader.U32(),
        _ => null,
    };

    private void ExecuteExtended(byte code, ref SpanReader reader)
    {
        switch (code)
        {
            case 0x00:
                break;
            case 0x05:
                Set(reader.Uleb(), new RegisterRule(RuleKind.AtOffset, Factored(reader.Uleb())));
                break;
            case 0x06:
                Restore(reader.Uleb());
                break;
            case 0x07:
                Set(reader.Uleb(), new RegisterRule(RuleKind.Undefined));
                break;
            case 0x08:
                Set(reader.Uleb(), new RegisterRule(RuleKind.Same));
                break;
            case 0x09:
                Set(reader.Uleb(), new RegisterRule(RuleKind.InRegister, (long)Math.Min(reader.Uleb(), long.MaxValue)));
                break;
            case 0x0a:
                Remember();
                break;
            case 0x0b:
                Recall();
                break;
            case 0x11:
                Set(reader.Uleb(), new RegisterRule(RuleKind.AtOffset, reader.Sleb() * entry.Common.DataAlignment));
                break;
            case 0x14:
                Set(reader.Uleb(), new RegisterRule(RuleKind.Offset, Factored(reader.Uleb())));
                break;
            case 0x15:
                Set(reader.Uleb(), new RegisterRule(RuleKind.Offset, reader.Sleb() * entry.Common.DataAlignment));
                break;
            case 0x10 or 0x16:
                var register = reader.Uleb();
                var (place, length) = Block(ref reader);
                Set(register, new RegisterRule(code == 0x10 ? RuleKind.AtExpression : RuleKind.Expression, place, length));
                break;
            case 0x2e:
                reader.Uleb();
                break;
            default:
                DefineCfa(code, ref reader);
                break;
        }
    }

    private void DefineCfa(byte code, ref SpanReader reader)
    {
        switch (code)
        {
            case 0x0c:
                Cfa(reader.Uleb(), (long)Math.Min(reader.Uleb(), long.MaxValue));
                break;
            case 0x0d:
                Cfa(reader.Uleb(), row.CfaOffset);
                break;
            case 0x0e:
                CfaOffset((long)Math.Min(reader.Uleb(), long.MaxValue));
                break;
            case 0x0f:
                row.CfaRegister = -1;
                (row.CfaOffset, row.CfaLength) = Block(ref reader);
                break;
            case 0x12:
                Cfa(reader.Uleb(), reader.Sleb() * entry.Common.DataAlignment);
                break;
            case 0x13:
                CfaOffset(reader.Sleb() * entry.Common.DataAlignment);
                break;
            default:
                isSound = false;
                break;
        }
    }

    private static (int Place, int Length) Block(ref SpanReader reader)
    {
        var length = reader.Uleb();
        var place = reader.Position;
        reader.Skip((long)Math.Min(length, int.MaxValue));
        return (place, (int)Math.Min(length, int.MaxValue));
    }

    private void Cfa(ulong register, long offset)
    {
        isSound &= register < UnwindRow.RegisterCount;
        (row.CfaRegister, row.CfaOffset) = ((int)Math.Min(register, UnwindRow.ReturnAddress), offset);
    }

    // An offset belongs to a register; with an expression, the field is the expression's place.
    private void CfaOffset(long offset)
    {
        isSound &= row.CfaRegister >= 0;
        row.CfaOffset = isSound ? offset : row.CfaOffset;
    }

    // Vector registers do not matter for stacks.
    private readonly void Set(ulong register, RegisterRule rule)
    {
        if (register < UnwindRow.RegisterCount)
        {
            row[(int)register] = rule;
        }
    }

    private readonly void Restore(ulong register)
    {
        if (register < UnwindRow.RegisterCount)
        {
            row[(int)register] = initial[(int)register];
        }
    }

    private void Remember()
    {
        isSound &= remembered.Count < StackCap;
        remembered.Push(row.Copy());
    }

    private void Recall()
    {
        isSound &= remembered.Count > 0;
        row = isSound ? remembered.Pop() : row;
    }

    private readonly long Factored(ulong offset) => unchecked((long)offset * entry.Common.DataAlignment);
}
