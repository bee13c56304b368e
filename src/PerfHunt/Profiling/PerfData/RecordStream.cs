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

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(BufferBytes, Math.Max(data.Length, HeadBytes)));
    private ulong _next = data.Offset;
    private int _start;
    private int _end;
    private CompressedRecords? _compressed;
    private bool _unpacking;

    /// <summary>What was wrong where reading stopped early; null when the end was reached.</summary>
    public LocatedError? Error { get; private set; }

    /// <summary>How many records were read.</summary>
    public long Count { get; private set; }

    /// <summary>Moves on to the next record; false at the end or at damage.</summary>
    public bool TryNext(out Record record)
    {
        while (Error is null)
        {
            if (_unpacking && _compressed!.TryNext(out record))
            {
                Count++;
                return true;
            }

            _unpacking = false;
            if (_compressed?.Problem is { } problem)
            {
                return Stop(problem, out record);
            }

            if (!TryRaw(out record))
            {
                return false;
            }

            if (record.Type is RecordType.Compressed or RecordType.Compressed2)
            {
                _compressed ??= new CompressedRecords();
                _unpacking = _compressed.Feed(record);
                continue;
            }

            Count++;
            return true;
        }

        record = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _compressed?.Dispose();

    private bool TryRaw(out Record record)
    {
        record = default;
        if (!Ensure(HeadBytes))
        {
            return _end > _start && Stop("the last record is cut off", out record);
        }

        var head = _buffer.AsSpan(_start, HeadBytes);
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

        record = new Record(type, misc, _buffer.AsSpan(_start + HeadBytes, size - HeadBytes));
        _start += size;
        if (type == RecordType.AuxTrace && record.Body.Length >= 8)
        {
            SkipPayload(BinaryPrimitives.ReadUInt64LittleEndian(record.Body));
        }

        return true;
    }

    // A hardware trace lies between the records and is not counted in its record's size.
    private void SkipPayload(ulong bytes)
    {
        var buffered = (ulong)(_end - _start);
        if (bytes <= buffered)
        {
            _start += (int)bytes;
            return;
        }

        var left = data.Offset + data.Length - _next;
        _next += Math.Min(bytes - buffered, left);
        _start = _end;
    }

    private bool Ensure(int bytes)
    {
        if (_end - _start >= bytes)
        {
            return true;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var left = data.Offset + data.Length - _next;
        var count = file.Read((long)_next, _buffer.AsSpan(_end, (int)Math.Min(left, (ulong)(_buffer.Length - _end))));
        _next += (ulong)count;
        _end += count;
        return _end >= bytes;
    }

    private bool Stop(string problem, out Record record)
    {
        record = default;
        Error = new LocatedError(file.Path, 0, $"{problem} (near byte {_next - (ulong)(_end - _start)}, after {Count} records)");
        return false;
    }
}
