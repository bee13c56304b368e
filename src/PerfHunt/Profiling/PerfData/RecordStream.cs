using System.Buffers.Binary;
using PerfHunt.Errors;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>The records of a recording one after the other, compressed ones unpacked. Memory does not grow with the recording.</summary>
internal sealed class RecordStream(ByteFile file, FileRange data) : IDisposable
{
    private const int HeadBytes = 8;

    // A record is at most 64 KiB; many at a time make few reads.
    private const int BufferBytes = 1 << 20;

    private readonly byte[] buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(BufferBytes, Math.Max(data.Length, HeadBytes)));
    private ulong next = data.Offset;
    private int start;
    private int end;
    private CompressedRecords? compressed;
    private bool unpacking;

    /// <summary>What was wrong where reading stopped early; null when the end was reached.</summary>
    public LocatedError? Error { get; private set; }

    /// <summary>How many records were read.</summary>
    public long Count { get; private set; }

    /// <summary>Moves on to the next record; false at the end or at damage.</summary>
    public bool TryNext(out Record record)
    {
        while (Error is null)
        {
            if (unpacking && compressed!.TryNext(out record))
            {
                Count++;
                return true;
            }

            unpacking = false;
            if (compressed?.Problem is { } problem)
            {
                return Stop(problem, out record);
            }

            if (!TryRaw(out record))
            {
                return false;
            }

            if (record.Type is RecordType.Compressed or RecordType.Compressed2)
            {
                compressed ??= new CompressedRecords();
                unpacking = compressed.Feed(record);
                continue;
            }

            Count++;
            return true;
        }

        record = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => compressed?.Dispose();

    private bool TryRaw(out Record record)
    {
        record = default;
        if (!Ensure(HeadBytes))
        {
            return end > start && Stop("the last record is cut off", out record);
        }

        var head = buffer.AsSpan(start, HeadBytes);
        var type = (RecordType)BinaryPrimitives.ReadUInt32LittleEndian(head);
        var misc = BinaryPrimitives.ReadUInt16LittleEndian(head[4..]);
        var size = BinaryPrimitives.ReadUInt16LittleEndian(head[6..]);
        if (size < HeadBytes)
        {
            return Stop($"a record of {size} bytes, expected at least {HeadBytes}", out record);
        }

        if (!Ensure(size))
        {
            return Stop("the last record is cut off", out record);
        }

        record = new Record(type, misc, buffer.AsSpan(start + HeadBytes, size - HeadBytes));
        start += size;
        if (type == RecordType.AuxTrace && record.Body.Length >= 8)
        {
            SkipPayload(BinaryPrimitives.ReadUInt64LittleEndian(record.Body));
        }

        return true;
    }

    // A hardware trace lies between the records and is not counted in its record's size.
    private void SkipPayload(ulong bytes)
    {
        var buffered = (ulong)(end - start);
        if (bytes <= buffered)
        {
            start += (int)bytes;
            return;
        }

        var left = data.Offset + data.Length - next;
        next += Math.Min(bytes - buffered, left);
        start = end;
    }

    private bool Ensure(int bytes)
    {
        if (end - start >= bytes)
        {
            return true;
        }

        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        var left = data.Offset + data.Length - next;
        var count = file.Read((long)next, buffer.AsSpan(end, (int)Math.Min(left, (ulong)(buffer.Length - end))));
        next += (ulong)count;
        end += count;
        return end >= bytes;
    }

    private bool Stop(string problem, out Record record)
    {
        record = default;
        Error = new LocatedError(file.Path, 0, $"{problem} (near byte {next - (ulong)(end - start)}, after {Count} records)");
        return false;
    }
}
