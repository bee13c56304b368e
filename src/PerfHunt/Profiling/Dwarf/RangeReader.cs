using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Reads lists of address ranges. Ranges of functions that the linker dropped are left out. Source: DWARF 4, section 2.17.3; DWARF 5, section 2.17.3.</summary>
internal sealed class RangeReader(DebugSections sections)
{
    // What linkers write for code that they dropped: 0, or the highest addresses.
    private const ulong HighestAddress = ulong.MaxValue - 1;

    /// <summary>Adds one range, if it is of code that is there.</summary>
    public static void Add(AddressRanges ranges, ulong start, ulong end, int owner)
    {
        if (start != 0 && start < end && end < HighestAddress)
        {
            ranges.Add(start, end, owner);
        }
    }

    /// <summary>An address by its number in the unit's table.</summary>
    public ulong Address(DebugUnit unit, ulong index)
    {
        var bytes = unit.Shape.AddressBytes;
        var reader = new SpanReader(sections.Addresses.All);
        reader.Seek((long)Math.Min(unchecked(unit.AddressBase + (index * (ulong)bytes)), long.MaxValue));
        return bytes == 8 ? reader.U64() : reader.U32();
    }

    /// <summary>Adds the ranges that an attribute names.</summary>
    public void AddList(AddressRanges ranges, DebugUnit unit, int form, ulong value, int owner)
    {
        if (unit.Shape.Version >= 5)
        {
            AddNewList(ranges, unit, form == Form.RangesIndex ? Indexed(unit, value) : value, owner);
        }
        else
        {
            AddOldList(ranges, unit, value, owner);
        }
    }

    private ulong Indexed(DebugUnit unit, ulong index)
    {
        var bytes = unit.Shape.OffsetBytes;
        var reader = new SpanReader(sections.RangeLists.All);
        reader.Seek((long)Math.Min(unchecked(unit.RangeListsBase + (index * (ulong)bytes)), long.MaxValue));
        return unit.RangeListsBase + (bytes == 8 ? reader.U64() : reader.U32());
    }

    private void AddOldList(AddressRanges ranges, DebugUnit unit, ulong offset, int owner)
    {
        var wide = unit.Shape.AddressBytes == 8;
        var highest = wide ? ulong.MaxValue : uint.MaxValue;
        var reader = new SpanReader(sections.Ranges.All);
        reader.Seek((long)Math.Min(offset, long.MaxValue));
        var from = unit.LowAddress;
        while (!reader.Overrun && ranges.HasRoom)
        {
            var (start, end) = wide ? (reader.U64(), reader.U64()) : (reader.U32(), reader.U32());
            if (start == 0 && end == 0)
            {
                return;
            }

            if (start == highest)
            {
                from = end;
            }
            else
            {
                Add(ranges, unchecked(from + start), unchecked(from + end), owner);
            }
        }
    }

    private void AddNewList(AddressRanges ranges, DebugUnit unit, ulong offset, int owner)
    {
        var reader = new SpanReader(sections.RangeLists.All);
        reader.Seek((long)Math.Min(offset, long.MaxValue));
        var from = unit.LowAddress;
        while (!reader.Overrun && ranges.HasRoom)
        {
            ulong start;
            switch (reader.U8())
            {
                case 1:
                    from = Address(unit, reader.Uleb());
                    break;
                case 2:
                    Add(ranges, Address(unit, reader.Uleb()), Address(unit, reader.Uleb()), owner);
                    break;
                case 3:
                    start = Address(unit, reader.Uleb());
                    Add(ranges, start, unchecked(start + reader.Uleb()), owner);
                    break;
                case 4:
                    Add(ranges, unchecked(from + reader.Uleb()), unchecked(from + reader.Uleb()), owner);
                    break;
                case 5:
                    from = Plain(ref reader, unit);
                    break;
                case 6:
                    Add(ranges, Plain(ref reader, unit), Plain(ref reader, unit), owner);
                    break;
                case 7:
                    start = Plain(ref reader, unit);
                    Add(ranges, start, unchecked(start + reader.Uleb()), owner);
                    break;
                default:
                    return;
            }
        }
    }

    private static ulong Plain(ref SpanReader reader, DebugUnit unit) => unit.Shape.AddressBytes == 8 ? reader.U64() : reader.U32();
}
