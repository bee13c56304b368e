using System.Collections.Immutable;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>All units of a binary, and which of them covers an address. Only headers and first entries are read.</summary>
internal sealed class UnitTable
{
    // A header is at most 40 bytes, a first entry some 100; what is longer is read again.
    private const int FirstPieceBytes = 512;
    private const int TypeUnit = 2, SplitTypeUnit = 6;

    private readonly DebugSections _sections;
    private readonly RangeReader _rangeReader;
    private readonly Dictionary<(ulong Offset, UnitShape Shape), AbbreviationTable> _tables = [];
    private readonly List<DebugUnit> _units = [];

    public UnitTable(DebugSections sections)
    {
        _sections = sections;
        _rangeReader = new RangeReader(sections);
        Texts = new TextReader(sections);
        var ranges = new AddressRanges(sections.Info.Length + sections.Ranges.Length + sections.RangeLists.Length);
        for (long offset = 0; offset < sections.Info.Length;)
        {
            offset = ReadUnit(offset, ranges);
        }

        (Starts, Numbers) = ranges.Flatten();
    }

    /// <summary>The units in the order of the section.</summary>
    public IReadOnlyList<DebugUnit> All => _units;

    /// <summary>Where units begin to cover addresses.</summary>
    public ulong[] Starts { get; }

    /// <summary>Which unit covers the addresses from each start; -1 for none.</summary>
    public int[] Numbers { get; }

    /// <summary>Reads ranges.</summary>
    public RangeReader Ranges => _rangeReader;

    /// <summary>Reads texts.</summary>
    public TextReader Texts { get; }

    /// <summary>Units that could not be read.</summary>
    public int Damaged { get; private set; }

    /// <summary>The unit that an offset in the section lies in; null for none.</summary>
    public DebugUnit? UnitAt(long offset)
    {
        var (low, high) = (0, _units.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _units[middle].Offset <= offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && offset < _units[low - 1].End ? _units[low - 1] : null;
    }

    private long ReadUnit(long offset, AddressRanges ranges)
    {
        var piece = _sections.Info.Piece(offset, FirstPieceBytes).Span;
        var reader = new SpanReader(piece);
        ulong length = reader.U32();
        var offsetBytes = length == uint.MaxValue ? 8 : 4;
        length = length == uint.MaxValue ? reader.U64() : length;
        var end = (long)Math.Min(length, (ulong)_sections.Info.Length) + offset + reader.Position;
        if (reader.Overrun || length == 0 || end > _sections.Info.Length)
        {
            // Nobody knows where the next one begins.
            Damaged += reader.Overrun || length != 0 ? 1 : 0;
            return length == 0 && !reader.Overrun ? offset + reader.Position : long.MaxValue;
        }

        if (Header(ref reader, offset, end, offsetBytes) is { } unit)
        {
            _units.Add(unit);
            var whole = end - offset > FirstPieceBytes ? _sections.Info.Piece(offset, FirstPieceBytes) : _sections.Info.Piece(offset, end - offset);
            ReadFirstEntry(unit, whole.Span, ranges, isWhole: whole.Length == end - offset);
        }

        return end;
    }

    private DebugUnit? Header(ref SpanReader reader, long offset, long end, int offsetBytes)
    {
        int version = reader.U16();
        var type = version >= 5 ? reader.U8() : 1;
        var addressBytes = version >= 5 ? reader.U8() : 0;
        var abbreviations = offsetBytes == 8 ? reader.U64() : reader.U32();
        addressBytes = version >= 5 ? addressBytes : reader.U8();
        if (version is < 2 or > 5 || addressBytes is not (4 or 8) || reader.Overrun || type is TypeUnit or SplitTypeUnit)
        {
            Damaged += type is TypeUnit or SplitTypeUnit ? 0 : 1;
            return null;
        }

        // Units that are described elsewhere, or lent to a skeleton, carry its number (DWARF 5, 7.5.1.2).
        reader.Skip(type is 4 or 5 ? 8 : 0);
        var shape = new UnitShape(version, addressBytes, offsetBytes);
        if (!_tables.TryGetValue((abbreviations, shape), out var table))
        {
            table = new AbbreviationTable(_sections.Abbreviations.All, (long)Math.Min(abbreviations, long.MaxValue), shape);
            _tables.Add((abbreviations, shape), table);
        }

        return new DebugUnit { Offset = offset, End = end, EntriesAt = reader.Position, Shape = shape, Abbreviations = table };
    }

    private void ReadFirstEntry(DebugUnit unit, ReadOnlySpan<byte> piece, AddressRanges ranges, bool isWhole)
    {
        var reader = new SpanReader(piece);
        reader.Seek(unit.EntriesAt);
        if (unit.Abbreviations.Find(reader.Uleb()) is not { } abbreviation)
        {
            return;
        }

        var values = ImmutableArray.CreateBuilder<AttributeValue>(abbreviation.Attributes.Length);
        foreach (var attribute in abbreviation.Attributes)
        {
            var value = FormReader.Read(ref reader, attribute, unit.Shape, out var form);
            values.Add(new AttributeValue(attribute.Name, form, value));
        }

        if (reader.Overrun && !isWhole)
        {
            ReadFirstEntry(unit, _sections.Info.Piece(unit.Offset, unit.End - unit.Offset).Span, ranges, isWhole: true);
            return;
        }

        Damaged += reader.Overrun ? 1 : 0;
        FirstEntry.Apply(unit, values, piece, Texts, _rangeReader);
        FirstEntry.AddRanges(unit, values, ranges, _rangeReader, _units.Count - 1);
    }
}
