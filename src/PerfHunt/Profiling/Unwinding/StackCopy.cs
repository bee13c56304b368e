using System.Buffers.Binary;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>A copied piece of a stack.</summary>
/// <param name="start">The address of its first byte.</param>
/// <param name="bytes">The copy.</param>
internal readonly ref struct StackCopy(ulong start, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The eight bytes at an address; null outside of the copy.</summary>
    public ulong? Read(ulong address)
    {
        var offset = unchecked(address - start);
        return _bytes.Length >= 8 && offset <= (ulong)_bytes.Length - 8 ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[(int)offset..]) : null;
    }
}
