using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Unwinding;

/// <summary>The unwinding rules of a binary by address. Source: Linux Standard Base, "Exception Frames" (<c>.eh_frame</c>); rows are kept once they were worked out.</summary>
internal sealed class FrameTable
{
    private const uint LongLength = uint.MaxValue;

    private readonly byte[] section;
    private readonly ulong sectionAddress;
    private readonly Dictionary<int, FrameCommon?> commons = [];
    private readonly KeyTable rowNumbers = new();
    private readonly List<UnwindRow?> rows = [];
    private readonly List<FrameEntry> entries = [];
    private readonly ulong[] starts;

    private FrameTable(byte[] section, ulong sectionAddress)
    {
        this.section = section;
        this.sectionAddress = sectionAddress;
        ReadEntries();
        var order = AddressOrder.Of([.. entries.Select(entry => entry.Start)]);
        entries = [.. order.Select(index => entries[index])];
        starts = [.. entries.Select(entry => entry.Start)];
    }

    /// <summary>No rules.</summary>
    public static FrameTable None { get; } = new([], 0);

    /// <summary>How many functions have rules.</summary>
    public int Count => starts.Length;

    /// <summary>The bytes that expressions stand in.</summary>
    public ReadOnlySpan<byte> Section => section;

    /// <summary>Reads a binary's rules; an empty table when it has none.</summary>
    public static FrameTable Read(ElfFile elf) =>
        elf.Section(".eh_frame") is { } frames ? new FrameTable(elf.Content(frames), frames.Address) : None;

    /// <summary>The rules at an address; null when there are none.</summary>
    public UnwindRow? Find(ulong address)
    {
        var number = rowNumbers.Find(address);
        if (number < 0)
        {
            number = rows.Count;
            rows.Add(WorkOut(address));
            rowNumbers.Add(address, number);
        }

        return rows[number];
    }

    private UnwindRow? WorkOut(ulong address)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = starts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && address - starts[low - 1] < entries[low - 1].Length ? FrameProgram.Run(section, entries[low - 1], address) : null;
    }

    private void ReadEntries()
    {
        for (var reader = new SpanReader(section); !reader.AtEnd;)
        {
            var start = reader.Position;
            ulong length = reader.U32();
            length = length == LongLength ? reader.U64() : length;
            var end = reader.Position + (long)Math.Min(length, int.MaxValue);
            if (length == 0 || end > section.Length)
            {
                break;
            }

            var idAt = reader.Position;
            var id = reader.U32();
            if (id != 0 && Common(idAt - (int)Math.Min(id, int.MaxValue)) is { } common && ReadEntry(common, reader.Position, (int)end) is { } entry)
            {
                entries.Add(entry);
            }

            reader.Seek(Math.Max(end, start + 4));
        }
    }

    private FrameEntry? ReadEntry(FrameCommon common, int at, int end)
    {
        var reader = new SpanReader(section.AsSpan(0, end));
        reader.Seek(at);
        var start = FramePointerEncoding.Read(ref reader, common.PointerEncoding, sectionAddress);

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
        if (!commons.TryGetValue(at, out var common))
        {
            common = at < 0 ? null : FrameCommon.Read(section, at);
            commons.Add(at, common);
        }

        return common;
    }
}
