using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>The unwinding rules of a binary by address. Source: Linux Standard Base, "Exception Frames" (<c>.eh_frame</c>); rows are kept once they were worked out.</summary>
internal sealed class FrameTable
{
    private const uint LongLength = uint.MaxValue;

    private readonly byte[] _section;
    private readonly ulong _sectionAddress;
    private readonly Dictionary<int, FrameCommon?> _commons = [];
    private readonly KeyTable _rowNumbers = new();
    private readonly List<UnwindRow?> _rows = [];
    private readonly List<FrameEntry> _entries = [];
    private readonly ulong[] _starts;

    private FrameTable(byte[] section, ulong sectionAddress)
    {
        _section = section;
        _sectionAddress = sectionAddress;
        ReadEntries();
        var order = AddressOrder.Of([.. _entries.Select(entry => entry.Start)]);
        _entries = [.. order.Select(index => _entries[index])];
        _starts = [.. _entries.Select(entry => entry.Start)];
    }

    /// <summary>No rules.</summary>
    public static FrameTable None { get; } = new([], 0);

    /// <summary>How many functions have rules.</summary>
    public int Count => _starts.Length;

    /// <summary>The bytes that expressions stand in.</summary>
    public ReadOnlySpan<byte> Section => _section;

    /// <summary>Reads a binary's rules; an empty table when it has none.</summary>
    public static FrameTable Read(ElfFile elf) =>
        elf.Section(".eh_frame") is { } frames ? new FrameTable(elf.Content(frames), frames.Address) : None;

    /// <summary>The rules at an address; null when there are none.</summary>
    public UnwindRow? Find(ulong address)
    {
        var number = _rowNumbers.Find(address);
        if (number < 0)
        {
            number = _rows.Count;
            _rows.Add(WorkOut(address));
            _rowNumbers.Add(address, number);
        }

        return _rows[number];
    }

    private UnwindRow? WorkOut(ulong address)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _starts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && address - _starts[low - 1] < _entries[low - 1].Length ? FrameProgram.Run(_section, _entries[low - 1], address) : null;
    }

    private void ReadEntries()
    {
        for (var reader = new SpanReader(_section); !reader.AtEnd;)
        {
            var start = reader.Position;
            ulong length = reader.U32();
            length = length == LongLength ? reader.U64() : length;
            var end = reader.Position + (long)Math.Min(length, int.MaxValue);
            if (length == 0 || end > _section.Length)
            {
                break;
            }

            var idAt = reader.Position;
            var id = reader.U32();
            if (id != 0 && Common(idAt - (int)Math.Min(id, int.MaxValue)) is { } common && ReadEntry(common, reader.Position, (int)end) is { } entry)
            {
                _entries.Add(entry);
            }

            reader.Seek(Math.Max(end, start + 4));
        }
    }

    private FrameEntry? ReadEntry(FrameCommon common, int at, int end)
    {
        var reader = new SpanReader(_section.AsSpan(0, end));
        reader.Seek(at);
        var start = FramePointerEncoding.Read(ref reader, common.PointerEncoding, _sectionAddress);

        // A length is written like a pointer, but counts from nowhere.
        var length = FramePointerEncoding.Read(ref reader, (byte)(common.PointerEncoding & 0x0f), 0);
        if (common.HasAugmentation)
        {
            reader.Skip((long)Math.Min(reader.Uleb(), int.MaxValue));
        }

        return start is null || length is null || reader.Overrun ? null : new FrameEntry(start.Value, length.Value, common, reader.Position, end);
    }

    private FrameCommon? Common(int at)
    {
        if (!_commons.TryGetValue(at, out var common))
        {
            common = at < 0 ? null : FrameCommon.Read(_section, at);
            _commons.Add(at, common);
        }

        return common;
    }
}
