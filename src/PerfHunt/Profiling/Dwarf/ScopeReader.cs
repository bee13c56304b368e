using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Walks the entries of a unit and gathers its functions and what was inlined into them.</summary>
internal sealed class ScopeReader(DebugUnit unit, RangeReader rangeReader, AddressRanges ranges)
{
    private const int NoScope = -1;

    // No compiler nests so deep.
    private const int DepthCap = 4096;

    private readonly List<int> _open = [];

    /// <summary>By function: the one around it; -1 for those that have code of their own.</summary>
    public List<int> Callers { get; } = [];

    /// <summary>By function: the entry that names it.</summary>
    public List<long> Entries { get; } = [];

    /// <summary>By function: where it was called, file as the line program numbers it.</summary>
    public List<int> CallFiles { get; } = [];

    /// <summary>By function: where it was called, line.</summary>
    public List<int> CallLines { get; } = [];

    /// <summary>Walks; false when the entries are damaged from somewhere on.</summary>
    public bool Read(ReadOnlySpan<byte> piece)
    {
        var reader = new SpanReader(piece);
        reader.Seek(unit.EntriesAt);
        var scope = NoScope;
        while (!reader.AtEnd)
        {
            var at = reader.Position;
            var number = reader.Uleb();
            if (number == 0)
            {
                if (_open.Count == 0)
                {
                    break;
                }

                scope = _open[^1];
                _open.RemoveAt(_open.Count - 1);
                continue;
            }

            if (unit.Abbreviations.Find(number) is not { } abbreviation)
            {
                return false;
            }

            if (!ReadEntry(ref reader, abbreviation, at, ref scope))
            {
                return false;
            }
        }

        return !reader.Overrun;
    }

    private bool ReadEntry(ref SpanReader reader, Abbreviation abbreviation, int at, ref int scope)
    {
        var inner = scope;
        if (abbreviation.IsScope)
        {
            inner = ReadScope(ref reader, abbreviation, at, scope);
        }
        else if (abbreviation.SiblingAt >= 0)
        {
            return SkipType(ref reader, abbreviation, at);
        }
        else
        {
            abbreviation.Skip(ref reader);
        }

        if (abbreviation.HasChildren)
        {
            _open.Add(scope);
            scope = inner;
        }

        return _open.Count < DepthCap;
    }

    private bool SkipType(ref SpanReader reader, Abbreviation abbreviation, int at)
    {
        for (var index = 0; index < abbreviation.SiblingAt; index++)
        {
            FormReader.Read(ref reader, abbreviation.Attributes[index], unit.Shape, out _);
        }

        var value = FormReader.Read(ref reader, abbreviation.Attributes[abbreviation.SiblingAt], unit.Shape, out var form);
        var target = NameReader.Target(unit, form, value) - unit.Offset;
        reader.Seek(target > at ? target : -1);
        return !reader.Overrun;
    }

    // A function without code, such as a declaration, is no scope. What is inlined outside of all code belongs to code that was dropped.
    private int ReadScope(ref SpanReader reader, Abbreviation abbreviation, int at, int outer)
    {
        var number = Callers.Count;
        var known = ranges.Count;
        var code = new ScopeValues { Origin = unit.Offset + at };
        foreach (var attribute in abbreviation.Attributes)
        {
            var value = FormReader.Read(ref reader, attribute, unit.Shape, out var form);
            code.Take(attribute.Name, form, value, unit, rangeReader);
        }

        var isInlined = abbreviation.Tag == DwarfTag.Inlined;
        if (!code.HasCode || reader.Overrun || (isInlined && outer < 0))
        {
            return isInlined ? outer : NoScope;
        }

        if (code.RangesForm >= 0)
        {
            rangeReader.AddList(ranges, unit, code.RangesForm, code.Ranges, number);
        }
        else
        {
            RangeReader.Add(ranges, code.Low, code.HighIsAddress ? code.High : unchecked(code.Low + code.High), number);
        }

        if (ranges.Count == known)
        {
            return isInlined ? outer : NoScope;
        }

        Callers.Add(isInlined ? outer : NoScope);
        Entries.Add(code.Origin);
        CallFiles.Add(isInlined ? code.CallFile : NoScope);
        CallLines.Add(isInlined ? code.CallLine : 0);
        return number;
    }
}
