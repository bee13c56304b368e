using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Reads arrays of numbers, each with its length in front.</summary>
internal sealed class BlockReader(byte[] bytes)
{
    private int _position;

    /// <summary>False once something was asked for that is not there.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>The next array.</summary>
    public T[] Numbers<T>()
        where T : unmanaged
    {
        var size = Marshal.SizeOf<T>();
        var count = bytes.Length - _position >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(_position)) : uint.MaxValue;
        if (!IsSound || count > (uint)(bytes.Length - _position) / (uint)size || ((long)count * size) + 4 > bytes.Length - _position)
        {
            IsSound = false;
            return [];
        }

        var numbers = new T[count];
        bytes.AsSpan(_position + 4, (int)count * size).CopyTo(MemoryMarshal.AsBytes(numbers.AsSpan()));
        _position += 4 + ((int)count * size);
        return numbers;
    }
}
