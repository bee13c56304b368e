using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>Evaluates the expressions that describe unusual frames, such as those of library stubs. Source: DWARF 5, section 2.5.</summary>
internal static class FrameExpression
{
    private const int DepthCap = 32;

    /// <summary>The value; null when it needs what is not known.</summary>
    /// <param name="code">The expression.</param>
    /// <param name="registers">The registers of the frame.</param>
    /// <param name="stack">The memory that is known.</param>
    /// <param name="first">What is on the evaluation stack at the start; null for nothing.</param>
    public static ulong? Evaluate(ReadOnlySpan<byte> code, ReadOnlySpan<ulong?> registers, StackCopy stack, ulong? first)
    {
        Span<ulong> values = stackalloc ulong[DepthCap];
        var depth = 0;
        if (first is { } start)
        {
            values[depth++] = start;
        }

        for (var reader = new SpanReader(code); !reader.AtEnd;)
        {
            var operation = reader.U8();
            if (depth < DepthCap && Pushed(operation, ref reader, registers) is { } value)
            {
                values[depth++] = value;
            }
            else if (operation == 0x06 && depth > 0 && stack.Read(values[depth - 1]) is { } read)
            {
                values[depth - 1] = read;
            }
            else if (operation == 0x23 && depth > 0)
            {
                values[depth - 1] += reader.Uleb();
            }
            else if (depth > 1 && Combined(operation, values[depth - 2], values[depth - 1]) is { } combined)
            {
                values[--depth - 1] = combined;
            }
            else
            {
                return null;
            }
        }

        return depth > 0 ? values[depth - 1] : null;
    }

    private static ulong? Pushed(byte operation, ref SpanReader reader, ReadOnlySpan<ulong?> registers) => operation switch
    {
        >= 0x30 and <= 0x4f => operation - 0x30UL,
        >= 0x70 and <= 0x8f => FromRegister(operation - 0x70, reader.Sleb(), registers),
        0x08 => reader.U8(),
        0x09 => unchecked((ulong)(sbyte)reader.U8()),
        0x0a => reader.U16(),
        0x0b => unchecked((ulong)(short)reader.U16()),
        0x0c => reader.U32(),
        0x0d => unchecked((ulong)reader.I32()),
        0x0e or 0x0f => reader.U64(),
        0x10 => reader.Uleb(),
        0x11 => unchecked((ulong)reader.Sleb()),
        _ => null,
    };

    private static ulong? FromRegister(int register, long offset, ReadOnlySpan<ulong?> registers) =>
        register < registers.Length && registers[register] is { } value ? unchecked(value + (ulong)offset) : null;

    private static ulong? Combined(byte operation, ulong left, ulong right) => operation switch
    {
        0x1a => left & right,
        0x1c => unchecked(left - right),
        0x1e => unchecked(left * right),
        0x21 => left | right,
        0x22 => unchecked(left + right),
        0x24 => right < 64 ? left << (int)right : 0,
        0x25 => right < 64 ? left >> (int)right : 0,
        0x27 => left ^ right,
        0x29 => left == right ? 1UL : 0,
        0x2a => (long)left >= (long)right ? 1UL : 0,
        0x2b => (long)left > (long)right ? 1UL : 0,
        0x2c => (long)left <= (long)right ? 1UL : 0,
        0x2d => (long)left < (long)right ? 1UL : 0,
        0x2e => left != right ? 1UL : 0,
        _ => null,
    };
}
