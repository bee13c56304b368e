using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>The abbreviations of a unit, read on as far as they are asked for. Source: DWARF 5, section 7.5.3.</summary>
internal sealed class AbbreviationTable(byte[] section, long start, UnitShape shape)
{
    // Compilers number from 1 without gaps; numbers above this are kept aside.
    private const int DenseCap = 1 << 16;

    private readonly List<Abbreviation?> _dense = [];
    private readonly Dictionary<ulong, Abbreviation> _sparse = [];
    private long _next = start;

    /// <summary>The abbreviation of a number; null when there is none.</summary>
    public Abbreviation? Find(ulong number)
    {
        while (true)
        {
            if (number < (ulong)_dense.Count && _dense[(int)number] is { } known)
            {
                return known;
            }

            if (_sparse.Count > 0 && _sparse.TryGetValue(number, out known))
            {
                return known;
            }

            if (_next < 0 || !ReadNext())
            {
                _next = -1;
                return null;
            }
        }
    }

    private bool ReadNext()
    {
        var reader = new SpanReader(section);
        reader.Seek(_next);
        var number = reader.Uleb();
        if (number == 0 || reader.Overrun)
        {
            return false;
        }

        var tag = (int)Math.Min(reader.Uleb(), ushort.MaxValue);
        var hasChildren = reader.U8() != 0;
        var attributes = new List<AttributeShape>();
        while (!reader.Overrun)
        {
            var (name, form) = ((int)Math.Min(reader.Uleb(), ushort.MaxValue), (int)Math.Min(reader.Uleb(), ushort.MaxValue));
            if (name == 0 && form == 0)
            {
                break;
            }

            attributes.Add(new AttributeShape(name, form, form == Form.ImplicitConstant ? reader.Sleb() : 0));
        }

        _next = reader.Position;
        if (!reader.Overrun)
        {
            Keep(number, new Abbreviation(tag, hasChildren, [.. attributes], shape));
        }

        return !reader.Overrun;
    }

    private void Keep(ulong number, Abbreviation abbreviation)
    {
        if (number >= DenseCap)
        {
            _sparse.TryAdd(number, abbreviation);
            return;
        }

        while (_dense.Count <= (int)number)
        {
            _dense.Add(null);
        }

        _dense[(int)number] ??= abbreviation;
    }
}
