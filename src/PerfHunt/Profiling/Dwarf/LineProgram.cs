using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Runs the instructions that describe which line each address came from. Source: DWARF 5, section 6.2.</summary>
internal static class LineProgram
{
    private const int Copy = 1, AdvanceAddress = 2, AdvanceLine = 3, SetFile = 4, SkipToSpecialEnd = 8, AdvanceFixed = 9;
    private const int EndSequence = 1, SetAddress = 2;
    private const int LastSpecial = 255;

    /// <summary>Adds the rows of a program to a table; false when it is damaged from somewhere on.</summary>
    public static bool Run(ReadOnlySpan<byte> section, LineHeader header, LineTable table)
    {
        var reader = new SpanReader(section[..header.Program.End]);
        reader.Seek(header.Program.Start);
        ulong address = 0;
        var (file, line) = (1, 1L);
        while (!reader.AtEnd)
        {
            int code = reader.U8();
            if (code >= header.OpcodeBase)
            {
                var special = code - header.OpcodeBase;
                address += (ulong)(special / header.LineRange * header.InstructionBytes);
                line += header.LineBase + (special % header.LineRange);
                table.Add(address, file, Line(line));
                continue;
            }

            switch (code)
            {
                case 0:
                    Extended(ref reader, header, table, ref address, ref file, ref line);
                    break;
                case Copy:
                    table.Add(address, file, Line(line));
                    break;
                case AdvanceAddress:
                    address += unchecked(reader.Uleb() * (ulong)header.InstructionBytes);
                    break;
                case AdvanceLine:
                    line = unchecked(line + reader.Sleb());
                    break;
                case SetFile:
                    file = (int)Math.Min(reader.Uleb(), int.MaxValue);
                    break;
                case SkipToSpecialEnd:
                    address += (ulong)((LastSpecial - header.OpcodeBase) / header.LineRange * header.InstructionBytes);
                    break;
                case AdvanceFixed:
                    address += reader.U16();
                    break;
                default:
                    SkipOperands(ref reader, header.OperandCounts[code - 1]);
                    break;
            }
        }

        return !reader.Overrun;
    }

    private static void Extended(ref SpanReader reader, LineHeader header, LineTable table, ref ulong address, ref int file, ref long line)
    {
        var length = (long)Math.Min(reader.Uleb(), int.MaxValue);
        var end = reader.Position + length;
        switch (length > 0 ? reader.U8() : 0)
        {
            case EndSequence:
                table.End(address);
                (address, file, line) = (0, 1, 1);
                break;
            case SetAddress:
                address = length == 9 ? reader.U64() : reader.U32();
                break;
        }

        reader.Seek(end);
    }

    private static void SkipOperands(ref SpanReader reader, int count)
    {
        for (; count > 0; count--)
        {
            reader.Uleb();
        }
    }

    private static int Line(long line) => (int)Math.Clamp(line, 0, int.MaxValue);
}
