using System.Buffers.Binary;
using System.Numerics;

namespace PerfHunt.Profiling.PerfData;

/// <summary>What a sample holds of user space: registers, and the stack from its pointer on.</summary>
/// <param name="mask">Which registers there are, by their numbers in asm/perf_regs.h.</param>
/// <param name="registers">Their values, eight bytes each.</param>
/// <param name="stack">The copy.</param>
internal readonly ref struct UserStack(ulong mask, ReadOnlySpan<byte> registers, ReadOnlySpan<byte> stack)
{
    private readonly ReadOnlySpan<byte> _registers = registers;

    /// <summary>The copy of the stack.</summary>
    public ReadOnlySpan<byte> Stack { get; } = stack;

    /// <summary>The value of a register; null when it was not recorded.</summary>
    public ulong? Register(int number)
    {
        var place = BitOperations.PopCount(mask & ((1UL << number) - 1)) * 8;
        return (mask >> number & 1) != 0 && place + 8 <= _registers.Length ? BinaryPrimitives.ReadUInt64LittleEndian(_registers[place..]) : null;
    }
}
