using System.Runtime.InteropServices;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Writes arrays of numbers, each with its length in front; little endian, as the machines that we run on.</summary>
internal sealed class BlockWriter
{
    private readonly List<byte> _bytes = [];

    /// <summary>Adds an array.</summary>
    public void Numbers<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        _bytes.AddRange(BitConverter.GetBytes(numbers.Length));
        _bytes.AddRange(MemoryMarshal.AsBytes(numbers));
    }

    /// <summary>All of it.</summary>
    public byte[] ToArray() => [.. _bytes];
}
