using System.Collections.Immutable;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>What the first entry of a unit says of all of it. Source: DWARF 5, section 3.1.1.</summary>
internal static class FirstEntry
{
    /// <summary>Fills a unit. Bases come first: other attributes may stand before them and count from them.</summary>
    public static void Apply(DebugUnit unit, ImmutableArray<AttributeValue>.Builder values, ReadOnlySpan<byte> piece, TextReader texts, RangeReader ranges)
    {
        foreach (var value in values)
        {
            switch (value.Name)
            {
                case AttributeName.TextOffsetsBase:
                    unit.TextOffsetsBase = value.Value;
                    break;
                case AttributeName.AddressBase or AttributeName.GnuAddressBase:
                    unit.AddressBase = value.Value;
                    break;
                case AttributeName.RangeListsBase:
                    unit.RangeListsBase = value.Value;
                    break;
                case AttributeName.SplitName or AttributeName.GnuSplitName:
                    unit.IsSplit = true;
                    break;
            }
        }

        foreach (var value in values)
        {
            switch (value.Name)
            {
                case AttributeName.Lines:
                    unit.Lines = value.Value;
                    break;
                case AttributeName.Folder:
                    unit.Folder = texts.Read(unit, piece, value).ToArray();
                    break;
                case AttributeName.LowAddress:
                    unit.LowAddress = AddressOf(unit, value, ranges);
                    break;
            }
        }
    }

    /// <summary>Adds the addresses that a unit covers.</summary>
    public static void AddRanges(DebugUnit unit, ImmutableArray<AttributeValue>.Builder values, AddressRanges target, RangeReader ranges, int number)
    {
        var hasList = false;
        ulong end = 0;
        foreach (var value in values)
        {
            if (value.Name == AttributeName.Ranges)
            {
                hasList = true;
                ranges.AddList(target, unit, value.Form, value.Value, number);
            }
            else if (value.Name == AttributeName.HighAddress)
            {
                end = IsAddress(value.Form) ? AddressOf(unit, value, ranges) : unchecked(unit.LowAddress + value.Value);
            }
        }

        if (!hasList)
        {
            RangeReader.Add(target, unit.LowAddress, end, number);
        }
    }

    /// <summary>True when a value is an address, or the number of one.</summary>
    public static bool IsAddress(int form) =>
        form is Form.Address or Form.AddressIndex or Form.AddressIndex1 or Form.AddressIndex2 or Form.AddressIndex3 or Form.AddressIndex4 or Form.GnuAddressIndex;

    /// <summary>The address that a value is or names.</summary>
    public static ulong AddressOf(DebugUnit unit, AttributeValue value, RangeReader ranges) =>
        value.Form == Form.Address ? value.Value : ranges.Address(unit, value.Value);
}
