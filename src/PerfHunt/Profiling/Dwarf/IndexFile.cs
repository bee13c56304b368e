using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PerfHunt.Errors;
using PerfHunt.Files;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>
/// What was read of a binary's debug information, kept on disk. A head with the map of units, then the units that were read; each part has
/// its check sum. What is damaged, or of another version or build, is as if it were not there.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    // Raised with every change of the format, or of what is read.
    private const uint Version = 3;
    private const int FixedBytes = 16;
    private const int CountNumber = 3;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("PHLI");

    private readonly ByteFile _file;
    private readonly long[] _places;
    private readonly int[] _lengths;
    private readonly uint[] _sums;

    private IndexFile(ByteFile file, BlockReader head)
    {
        _file = file;
        Starts = head.Numbers<ulong>();
        Numbers = head.Numbers<int>();
        Counts = head.Numbers<long>();
        _places = head.Numbers<long>();
        _lengths = head.Numbers<int>();
        _sums = head.Numbers<uint>();
        IsSound = head.IsSound && Starts.Length == Numbers.Length && _places.Length == _lengths.Length && _places.Length == _sums.Length && Counts.Length == CountNumber;
    }

    /// <summary>Where units begin to cover addresses.</summary>
    public ulong[] Starts { get; }

    /// <summary>Which unit covers the addresses from each start.</summary>
    public int[] Numbers { get; }

    /// <summary>What was told of while it was read.</summary>
    public long[] Counts { get; }

    /// <summary>How many units the binary has.</summary>
    public int UnitCount => _places.Length;

    private bool IsSound { get; }

    /// <summary>Opens a file; null when there is none that can be used.</summary>
    public static IndexFile? TryRead(string path, string buildId) => ByteFile.TryOpen(path) is { } file ? TryRead(file, buildId) : null;

    /// <summary>The same for a file that is open already.</summary>
    public static IndexFile? TryRead(ByteFile file, string buildId)
    {
        var fixedPart = new SpanReader(file.Piece(0, FixedBytes));
        var isOurs = fixedPart.Take(Magic.Length).SequenceEqual(Magic) && fixedPart.U32() == Version;
        var (length, sum) = (fixedPart.U32(), fixedPart.U32());
        var head = isOurs ? file.Piece(FixedBytes, length) : null;
        if (head is not null && Sum(head) == sum)
        {
            var reader = new BlockReader(head);
            if (Encoding.ASCII.GetString(reader.Numbers<byte>()) == buildId && new IndexFile(file, reader) is { IsSound: true } index)
            {
                return index;
            }
        }

        file.Dispose();
        return null;
    }

    /// <summary>Writes a file with the units that were read, and those that the old one has. False when it cannot be written.</summary>
    public static bool TryWrite(string path, string buildId, ulong[] starts, int[] numbers, UnitIndex?[] units, IndexFile? old, long[] counts)
    {
        var blocks = new byte[units.Length][];
        for (var number = 0; number < units.Length; number++)
        {
            blocks[number] = units[number] is { } unit ? UnitBlock.Write(unit) : old?.Block(number) ?? [];
        }

        var (places, place) = (new long[blocks.Length], 0L);
        for (var number = 0; number < blocks.Length; number++)
        {
            (places[number], place) = (place, place + blocks[number].Length);
        }

        var head = new BlockWriter();
        head.Numbers<byte>(Encoding.ASCII.GetBytes(buildId));
        head.Numbers<ulong>(starts);
        head.Numbers<int>(numbers);
        head.Numbers<long>(counts);
        head.Numbers<long>(places);
        head.Numbers<int>([.. blocks.Select(block => block.Length)]);
        head.Numbers<uint>([.. blocks.Select(block => Sum(block))]);
        return TryWrite(path, head.ToArray(), blocks, place);
    }

    /// <summary>A unit that was kept; null when it was not read yet, or is damaged.</summary>
    public UnitIndex? Read(int number) => Block(number) is { Length: > 0 } block ? UnitBlock.Read(block) : null;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static bool TryWrite(string path, byte[] head, byte[][] blocks, long blockBytes)
    {
        if (head.Length + blockBytes > int.MaxValue - FixedBytes)
        {
            return false;
        }

        var content = new byte[FixedBytes + head.Length + blockBytes];
        Magic.CopyTo(content, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(8), (uint)head.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(12), Sum(head));
        head.CopyTo(content, FixedBytes);
        var at = FixedBytes + head.Length;
        foreach (var block in blocks)
        {
            block.CopyTo(content, at);
            at += block.Length;
        }

        try
        {
            AtomicFile.Write(path, content);
            return true;
        }
        catch (HuntException)
        {
            return false;
        }
    }

    private byte[]? Block(int number)
    {
        if ((uint)number >= (uint)_places.Length || _lengths[number] <= 0 || _places[number] < 0)
        {
            return null;
        }

        var headLength = new SpanReader(_file.Piece(8, 4)).U32();
        var block = _file.Piece(unchecked((ulong)_places[number] + FixedBytes + headLength), (ulong)_lengths[number]);
        return block is not null && Sum(block) == _sums[number] ? block : null;
    }

    // CRC-32C (RFC 3720), which processors compute.
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = System.Numerics.BitOperations.Crc32C(sum, word);
        }

        foreach (var rest in bytes[(bytes.Length & ~7)..])
        {
            sum = System.Numerics.BitOperations.Crc32C(sum, rest);
        }

        return sum;
    }
}
