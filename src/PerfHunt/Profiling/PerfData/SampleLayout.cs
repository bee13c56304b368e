using System.Buffers.Binary;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>
/// Where the fields of a record lie, worked out once for each event. In a sample, all up to the counter values are eight bytes
/// wide and stand in a fixed order; other records end with a fixed trailer. Source: perf_event_open(2), PERF_RECORD_SAMPLE and sample_id.
/// </summary>
internal sealed class SampleLayout
{
    private const ulong ReadTotalTimeEnabled = 1, ReadTotalTimeRunning = 2, ReadId = 4, ReadGroup = 8, ReadLost = 16;

    // PERF_SAMPLE_BRANCH_HW_INDEX, sizeof(struct perf_branch_entry), PERF_SAMPLE_REGS_ABI_64.
    private const ulong BranchHardwareIndex = 1 << 17;
    private const int BranchBytes = 24;
    private const ulong Abi64 = 2;

    private static readonly SampleFields[] SampleOrder =
    [
        SampleFields.Identifier, SampleFields.Ip, SampleFields.Tid, SampleFields.Time, SampleFields.Addr,
        SampleFields.Id, SampleFields.StreamId, SampleFields.Cpu, SampleFields.Period,
    ];

    private static readonly SampleFields[] TrailerOrder =
        [SampleFields.Tid, SampleFields.Time, SampleFields.Id, SampleFields.StreamId, SampleFields.Cpu, SampleFields.Identifier];

    private readonly EventAttribute _attribute;
    private readonly int _ip;
    private readonly int _tid;
    private readonly int _time;
    private readonly int _period;
    private readonly int _id;
    private readonly int _trailerTime;
    private readonly int _trailerId;

    public SampleLayout(EventAttribute attribute)
    {
        _attribute = attribute;
        _ip = OffsetIn(SampleOrder, SampleFields.Ip);
        _tid = OffsetIn(SampleOrder, SampleFields.Tid);
        _time = OffsetIn(SampleOrder, SampleFields.Time);
        _period = OffsetIn(SampleOrder, SampleFields.Period);
        _id = Has(SampleFields.Identifier) ? 0 : OffsetIn(SampleOrder, SampleFields.Id);
        FixedBytes = Bytes(SampleOrder, SampleOrder.Length);
        var trailerBytes = Bytes(TrailerOrder, TrailerOrder.Length);
        _trailerTime = FromEnd(SampleFields.Time, trailerBytes);
        _trailerId = FromEnd(Has(SampleFields.Identifier) ? SampleFields.Identifier : SampleFields.Id, trailerBytes);
    }

    /// <summary>Length of the part of a sample that every one has.</summary>
    public int FixedBytes { get; }

    /// <summary>True when samples carry their callers.</summary>
    public bool HasCallChain => Has(SampleFields.CallChain);

    /// <summary>True when samples carry a copy of their stack.</summary>
    public bool HasUserStack => Has(SampleFields.UserRegisters) && Has(SampleFields.UserStack);

    /// <summary>The fixed part of a sample; false when the record is too short.</summary>
    public bool TryRead(ReadOnlySpan<byte> body, out SampleHead head)
    {
        head = default;
        if (body.Length < FixedBytes)
        {
            return false;
        }

        var thread = _tid < 0 ? 0 : U64(body, _tid);
        head = new SampleHead(
            _ip < 0 ? 0 : U64(body, _ip),
            unchecked((int)thread),
            unchecked((int)(thread >> 32)),
            _time < 0 ? 0 : U64(body, _time),
            _period < 0 ? _attribute.Period : U64(body, _period));
        return true;
    }

    /// <summary>The callers of a sample as they stand in the record, leaf first, with context markers; false when the record is damaged.</summary>
    public bool TryCallChain(ReadOnlySpan<byte> body, out ReadOnlySpan<byte> addresses)
    {
        addresses = default;
        var offset = FixedBytes + CounterBytes(body);
        if (offset > body.Length - 8)
        {
            return false;
        }

        var count = U64(body, offset);
        if (count > (ulong)(body.Length - offset - 8) / 8)
        {
            return false;
        }

        addresses = body.Slice(offset + 8, (int)count * 8);
        return true;
    }

    /// <summary>The registers and the copy of the stack of user space; false when the sample has none, or is damaged.</summary>
    public bool TryUserStack(ReadOnlySpan<byte> body, out UserStack stack)
    {
        stack = default;
        var reader = new SpanReader(body);
        reader.Seek(FixedBytes + CounterBytes(body));
        if (HasCallChain)
        {
            reader.Skip((long)Math.Min(reader.U64(), int.MaxValue) * 8);
        }

        if (Has(SampleFields.Raw))
        {
            reader.Skip(reader.U32());
        }

        if (Has(SampleFields.BranchStack))
        {
            var branches = reader.U64();
            reader.Skip(((_attribute.BranchFields & BranchHardwareIndex) != 0 ? 8 : 0) + ((long)Math.Min(branches, int.MaxValue) * BranchBytes));
        }

        if (reader.U64() != Abi64)
        {
            return false;
        }

        var registers = reader.Take(_attribute.UserRegisterCount * 8L);
        var size = reader.U64();
        var bytes = reader.Take((long)Math.Min(size, int.MaxValue));

        // Of the room for the stack, only the first part is filled; its length stands behind.
        var filled = size > 0 ? reader.U64() : 0;
        stack = new UserStack(_attribute.UserRegisters, registers, bytes[..(int)Math.Min(filled, (ulong)bytes.Length)]);
        return !reader.Overrun;
    }

    /// <summary>The id by which a sample names its event; null when it names none.</summary>
    public ulong? IdOfSample(ReadOnlySpan<byte> body) => _id >= 0 && _id + 8 <= body.Length ? U64(body, _id) : null;

    /// <summary>The id by which a record other than a sample names its event; null when it names none.</summary>
    public ulong? IdOfOther(ReadOnlySpan<byte> body) => AtEnd(body, _trailerId);

    /// <summary>The time of a record other than a sample; 0, before all others, when it has none.</summary>
    public ulong TimeOfOther(ReadOnlySpan<byte> body) => AtEnd(body, _trailerTime) ?? 0;

    private ulong? AtEnd(ReadOnlySpan<byte> body, int distance) =>
        _attribute.HasSampleId && distance > 0 && distance <= body.Length ? U64(body, body.Length - distance) : null;

    // HasFlag allocates until the code is optimised.
    private bool Has(SampleFields field) => (_attribute.Fields & field) != 0;

    private int CounterBytes(ReadOnlySpan<byte> body)
    {
        if (!Has(SampleFields.Read))
        {
            return 0;
        }

        var format = _attribute.ReadFormat;
        var times = (Bit(format, ReadTotalTimeEnabled) + Bit(format, ReadTotalTimeRunning)) * 8;
        var each = (1 + Bit(format, ReadId) + Bit(format, ReadLost)) * 8;
        if (Bit(format, ReadGroup) == 0)
        {
            return times + each;
        }

        var members = FixedBytes <= body.Length - 8 ? U64(body, FixedBytes) : 0;
        return members > (ulong)body.Length ? body.Length : 8 + times + ((int)members * each);
    }

    private int Bytes(SampleFields[] order, int count)
    {
        var bytes = 0;
        for (var index = 0; index < count; index++)
        {
            bytes += Has(order[index]) ? 8 : 0;
        }

        return bytes;
    }

    private int OffsetIn(SampleFields[] order, SampleFields wanted)
    {
        var before = 0;
        while (order[before] != wanted)
        {
            before++;
        }

        return Has(wanted) ? Bytes(order, before) : -1;
    }

    private int FromEnd(SampleFields wanted, int trailerBytes) => OffsetIn(TrailerOrder, wanted) is >= 0 and var offset ? trailerBytes - offset : -1;

    private static int Bit(ulong format, ulong bit) => (format & bit) != 0 ? 1 : 0;

    private static ulong U64(ReadOnlySpan<byte> body, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(body[offset..]);
}
