using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Makes the index of one unit out of its debug information.</summary>
internal sealed class UnitIndexer(DebugSections sections, UnitTable units)
{
    // The bytes of a function's entry, at the least: no more functions than that are in a unit.
    private const long RoomForSmallUnits = 1024;

    private readonly NameReader _names = new(sections, units);

    /// <summary>Functions whose name is in a file that several binaries share.</summary>
    public long NamesElsewhere => _names.Elsewhere;

    /// <summary>Units of which some part is damaged.</summary>
    public int Damaged { get; private set; }

    /// <summary>Reads a unit.</summary>
    public UnitIndex Read(DebugUnit unit)
    {
        var piece = sections.Info.LargePiece(unit.Offset, unit.End - unit.Offset);
        var ranges = new AddressRanges(piece.Length + sections.Ranges.Length + sections.RangeLists.Length + RoomForSmallUnits);
        var scopes = new ScopeReader(unit, units.Ranges, ranges);
        var isSound = scopes.Read(piece);
        var texts = new TextPoolBuilder();
        var (names, declarationLines) = ReadNames(unit, piece, scopes, texts);
        var lines = new LineTable();
        var files = ReadLines(unit, lines, ref isSound);
        Damaged += isSound ? 0 : 1;
        var (starts, owners) = ranges.Flatten();
        var lowest = Lowest(starts, lines);
        var (kept, numbers) = Distances(starts, owners, lowest);
        var (rows, rowFiles, rowLines) = lines.Build(lowest);
        return new UnitIndex
        {
            Base = lowest,
            ScopeStarts = kept,
            ScopeNumbers = numbers,
            Callers = [.. scopes.Callers],
            Names = names,
            DeclarationLines = declarationLines,
            CallFiles = [.. scopes.CallFiles],
            CallLines = [.. scopes.CallLines],
            RowStarts = rows,
            RowFiles = rowFiles,
            RowLines = rowLines,
            NameTexts = texts.Build(),
            FileTexts = files.Build(),
        };
    }

    private (int[] Names, int[] DeclarationLines) ReadNames(DebugUnit unit, ReadOnlySpan<byte> piece, ScopeReader scopes, TextPoolBuilder texts)
    {
        var firsts = new KeyTable();
        var (numbers, lines) = (new int[scopes.Entries.Count], new int[scopes.Entries.Count]);
        for (var scope = 0; scope < numbers.Length; scope++)
        {
            var entry = scopes.Entries[scope];
            if (firsts.Find((ulong)entry) is >= 0 and var first)
            {
                (numbers[scope], lines[scope]) = (numbers[first], lines[first]);
                continue;
            }

            var name = _names.Find(entry, unit, piece);
            (numbers[scope], lines[scope]) = (texts.Add(name), _names.DeclarationLine);
            firsts.Add((ulong)entry, scope);
        }

        return (numbers, lines);
    }

    private TextPoolBuilder ReadLines(DebugUnit unit, LineTable lines, ref bool isSound)
    {
        if (unit.Lines == DebugUnit.None)
        {
            return new TextPoolBuilder();
        }

        var length = Length(unit.Lines);
        var program = sections.Lines.LargePiece((long)Math.Min(unit.Lines, long.MaxValue), length);
        if (LineHeader.Read(program, unit, units.Texts) is not { } header)
        {
            isSound = false;
            return new TextPoolBuilder();
        }

        isSound &= LineProgram.Run(program, header, lines);
        return header.Files;
    }

    // With its own length field.
    private long Length(ulong offset)
    {
        const int LongestField = 12;
        var reader = new SpanReader(sections.Lines.Piece((long)Math.Min(offset, long.MaxValue), LongestField).Span);
        ulong length = reader.U32();
        length = length == uint.MaxValue ? reader.U64() : length;
        return (long)Math.Min(length, int.MaxValue) + reader.Position;
    }

    private static ulong Lowest(ulong[] starts, LineTable lines) =>
        Math.Min(starts.Length > 0 ? starts[0] : ulong.MaxValue, lines.Lowest);

    private static (uint[] Starts, int[] Owners) Distances(ulong[] starts, int[] owners, ulong lowest)
    {
        var count = 0;
        while (count < starts.Length && starts[count] - lowest <= uint.MaxValue)
        {
            count++;
        }

        var distances = new uint[count];
        for (var index = 0; index < count; index++)
        {
            distances[index] = (uint)(starts[index] - lowest);
        }

        return (distances, owners[..count]);
    }
}
