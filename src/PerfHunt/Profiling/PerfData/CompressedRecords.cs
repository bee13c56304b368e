using System.Buffers;
using System.Buffers.Binary;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace PerfHunt.Profiling.PerfData;

/// <summary>
/// Unpacks the records of <c>perf record -z</c>: all compressed records of a file are one zstd stream, and a record inside may
/// begin in one and end in the next. Source: RFC 8878; perf.data-file-format.txt, PERF_RECORD_COMPRESSED and COMPRESSED2.
/// </summary>
internal sealed class CompressedRecords : IDisposable
{
    private const int HeadBytes = 8;
    private const int LongestRecord = 1 << 16;

    // Enough for one compressed record's worth of output many times over; what does not fit is unpacked on the next call.
    private const int OutputBytes = 1 << 18;

    // 32 MiB of history: perf's levels need 8 at most, and a damaged stream cannot ask for more.
    private const int WindowLog = 25;

    private const string Damaged = "compressed data is damaged";

    private readonly Decompressor _decompressor = new();
    private readonly byte[] _output = GC.AllocateUninitializedArray<byte>(OutputBytes + LongestRecord);
    private readonly byte[] _input = new byte[LongestRecord];
    private int _inputStart;
    private int _inputEnd;
    private int _start;
    private int _end;

    public CompressedRecords() => _decompressor.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, WindowLog);

    /// <summary>What is wrong with the stream, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Takes in a compressed record; false when it is damaged.</summary>
    public bool Feed(Record record)
    {
        var packed = record.Body;
        if (record.Type == RecordType.Compressed2)
        {
            // The newer form tells its length first, since records are padded to eight bytes.
            var length = packed.Length >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(packed) : ulong.MaxValue;
            if (length > (ulong)(packed.Length - 8))
            {
                Problem = "a compressed record that is longer than its frame";
                return false;
            }

            packed = packed.Slice(8, (int)length);
        }

        packed.CopyTo(_input);
        (_inputStart, _inputEnd) = (0, packed.Length);
        return true;
    }

    /// <summary>The next record; false when more input is needed.</summary>
    public bool TryNext(out Record record)
    {
        while (Problem is null)
        {
            if (TryTake(out record))
            {
                return true;
            }

            if (Problem is not null || !Unpack())
            {
                break;
            }
        }

        record = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _decompressor.Dispose();

    private bool TryTake(out Record record)
    {
        record = default;
        var ready = _output.AsSpan(_start, _end - _start);
        if (ready.Length < HeadBytes)
        {
            return false;
        }

        var size = BinaryPrimitives.ReadUInt16LittleEndian(ready[6..]);
        if (size < HeadBytes)
        {
            Problem = $"a record of {size} bytes in compressed data, expected at least {HeadBytes}";
            return false;
        }

        if (size > ready.Length)
        {
            return false;
        }

        record = new Record((RecordType)BinaryPrimitives.ReadUInt32LittleEndian(ready), BinaryPrimitives.ReadUInt16LittleEndian(ready[4..]), ready[HeadBytes..size]);
        _start += size;
        return true;
    }

    // True when there is new output.
    private bool Unpack()
    {
        _output.AsSpan(_start, _end - _start).CopyTo(_output);
        _end -= _start;
        _start = 0;
        var before = _end;
        try
        {
            var status = _decompressor.UnwrapStream(_input.AsSpan(_inputStart, _inputEnd - _inputStart), _output.AsSpan(_end), out var read, out var written);
            _inputStart += read;
            _end += written;
            Problem = status == OperationStatus.InvalidData ? Damaged : null;
        }
        catch (ZstdException)
        {
            Problem = Damaged;
        }

        return Problem is null && _end > before;
    }
}
