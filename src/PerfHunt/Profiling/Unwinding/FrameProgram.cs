using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>Runs the instructions that describe a function's frame up to an address. Source: DWARF 5, section 6.4.2.</summary>
internal ref struct FrameProgram
{
    private const int StackCap = 64;

    private readonly FrameEntry _entry;
    private readonly Stack<UnwindRow> _remembered = [];
    private UnwindRow _row = new();
    private UnwindRow _initial = new();
    private ulong _location;
    private bool _isSound = true;

    private FrameProgram(FrameEntry entry)
    {
        _entry = entry;
        _location = entry.Start;
    }

    /// <summary>The rules at an address of the function; null when they are damaged, or use what we do not know.</summary>
    public static UnwindRow? Run(byte[] section, FrameEntry entry, ulong address)
    {
        var program = new FrameProgram(entry);
        program.Execute(section, entry.Common.ProgramStart, entry.Common.ProgramEnd, ulong.MaxValue);
        program._initial = program._row.Copy();
        program.Execute(section, entry.ProgramStart, entry.ProgramEnd, address);
        program._row.IsSignal = entry.Common.IsSignal;
        return program._isSound ? program._row : null;
    }

    private void Execute(byte[] section, int start, int end, ulong address)
    {
        var reader = new SpanReader(section.AsSpan(0, end));
        reader.Seek(start);
        while (_isSound && !reader.AtEnd)
        {
            var code = reader.U8();
            if (Advance(code, ref reader) is { } distance)
            {
                _location += distance * _entry.Common.CodeAlignment;
                if (_location > address)
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

        _isSound &= !reader.Overrun;
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
                Set(reader.Uleb(), new RegisterRule(RuleKind.AtOffset, reader.Sleb() * _entry.Common.DataAlignment));
                break;
            case 0x14:
                Set(reader.Uleb(), new RegisterRule(RuleKind.Offset, Factored(reader.Uleb())));
                break;
            case 0x15:
                Set(reader.Uleb(), new RegisterRule(RuleKind.Offset, reader.Sleb() * _entry.Common.DataAlignment));
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
                Cfa(reader.Uleb(), _row.CfaOffset);
                break;
            case 0x0e:
                CfaOffset((long)Math.Min(reader.Uleb(), long.MaxValue));
                break;
            case 0x0f:
                _row.CfaRegister = -1;
                (_row.CfaOffset, _row.CfaLength) = Block(ref reader);
                break;
            case 0x12:
                Cfa(reader.Uleb(), reader.Sleb() * _entry.Common.DataAlignment);
                break;
            case 0x13:
                CfaOffset(reader.Sleb() * _entry.Common.DataAlignment);
                break;
            default:
                _isSound = false;
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
        _isSound &= register < UnwindRow.RegisterCount;
        (_row.CfaRegister, _row.CfaOffset) = ((int)Math.Min(register, UnwindRow.ReturnAddress), offset);
    }

    // An offset belongs to a register; with an expression, the field is the expression's place.
    private void CfaOffset(long offset)
    {
        _isSound &= _row.CfaRegister >= 0;
        _row.CfaOffset = _isSound ? offset : _row.CfaOffset;
    }

    // Vector registers do not matter for stacks.
    private readonly void Set(ulong register, RegisterRule rule)
    {
        if (register < UnwindRow.RegisterCount)
        {
            _row[(int)register] = rule;
        }
    }

    private readonly void Restore(ulong register)
    {
        if (register < UnwindRow.RegisterCount)
        {
            _row[(int)register] = _initial[(int)register];
        }
    }

    private void Remember()
    {
        _isSound &= _remembered.Count < StackCap;
        _remembered.Push(_row.Copy());
    }

    private void Recall()
    {
        _isSound &= _remembered.Count > 0;
        _row = _isSound ? _remembered.Pop() : _row;
    }

    private readonly long Factored(ulong offset) => unchecked((long)offset * _entry.Common.DataAlignment);
}
