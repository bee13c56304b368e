using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Finds the name of a function: entries of code refer to the entry that declares it, sometimes in another unit.</summary>
internal sealed class NameReader(DebugSections sections, UnitTable units)
{
    private const int HopCap = 16;
    private const int EntryPieceBytes = 512;

    private NameReader? _shared;

    /// <summary>Functions whose name lies in a file that several binaries share (<c>dwz</c>) and that is not there.</summary>
    public long Elsewhere { get; private set; }

    /// <summary>One-based line at which the function that was asked for last is declared; 0 when unknown.</summary>
    public int DeclarationLine { get; private set; }

    /// <summary>The name as the linker knows it, else as it is written; empty when there is none.</summary>
    /// <param name="offset">The entry's offset in the section.</param>
    /// <param name="home">The unit that is in hand; null for none.</param>
    /// <param name="homePiece">Its bytes.</param>
    public ReadOnlySpan<byte> Find(long offset, DebugUnit? home, ReadOnlySpan<byte> homePiece)
    {
        ReadOnlySpan<byte> plain = [];
        DeclarationLine = 0;
        for (var hop = 0; hop < HopCap && offset >= 0; hop++)
        {
            var isHome = home is not null && offset >= home.Offset && offset < home.End;
            if ((isHome ? home : units.UnitAt(offset)) is not { } unit)
            {
                break;
            }

            var piece = isHome ? homePiece : sections.Info.Piece(offset, Math.Min(EntryPieceBytes, unit.End - offset)).Span;
            var isNamed = Entry(unit, piece, isHome ? offset - unit.Offset : 0, out var name, out var next, out var overrun);
            if (overrun && !isHome)
            {
                piece = sections.Info.Piece(offset, unit.End - offset).Span;
                isNamed = Entry(unit, piece, 0, out name, out next, out _);
            }

            if (isNamed)
            {
                return name;
            }

            plain = plain.IsEmpty ? name : plain;
            if (next.IsElsewhere)
            {
                return FindShared(next.Offset) is { IsEmpty: false } found ? found : plain;
            }

            offset = next.Offset;
        }

        return plain;
    }

    private ReadOnlySpan<byte> FindShared(long offset)
    {
        if (_shared is null && sections.Shared is { } other)
        {
            _shared = new NameReader(other, new UnitTable(other));
        }

        Elsewhere += _shared is null ? 1 : 0;
        if (_shared is null)
        {
            return [];
        }

        var name = _shared.Find(offset, home: null, homePiece: []);
        DeclarationLine = DeclarationLine > 0 ? DeclarationLine : _shared.DeclarationLine;
        return name;
    }

    // True for a linkage name, which is the best there is.
    private bool Entry(DebugUnit unit, ReadOnlySpan<byte> piece, long at, out ReadOnlySpan<byte> name, out (long Offset, bool IsElsewhere) next, out bool overrun)
    {
        var reader = new SpanReader(piece);
        reader.Seek(at);
        name = [];
        next = (-1, false);
        var abbreviation = unit.Abbreviations.Find(reader.Uleb());
        var (isNamed, line) = (false, 0UL);
        foreach (var attribute in abbreviation?.Attributes ?? [])
        {
            var value = FormReader.Read(ref reader, attribute, unit.Shape, out var form);
            switch (attribute.Name)
            {
                case AttributeName.LinkageName or AttributeName.MipsLinkageName or AttributeName.Name when !reader.Overrun && !isNamed:
                    name = units.Texts.Read(unit, piece, new AttributeValue(attribute.Name, form, value));
                    Elsewhere += name.IsEmpty && TextReader.IsElsewhere(form) ? 1 : 0;
                    isNamed = attribute.Name != AttributeName.Name && !name.IsEmpty;
                    break;
                case AttributeName.DeclarationLine:
                    line = value;
                    break;
                case AttributeName.AbstractOrigin or AttributeName.Specification:
                    next = IsElsewhere(form) ? ((long)Math.Min(value, long.MaxValue), true) : (Target(unit, form, value), false);
                    break;
            }
        }

        overrun = reader.Overrun;
        DeclarationLine = DeclarationLine > 0 || overrun ? DeclarationLine : (int)Math.Min(line, int.MaxValue);
        return isNamed;
    }

    private static bool IsElsewhere(int form) => form is Form.GnuReferenceOther or Form.ReferenceOther4 or Form.ReferenceOther8;

    /// <summary>Where a reference leads to; -1 when it is into another file.</summary>
    public static long Target(DebugUnit unit, int form, ulong value) => form switch
    {
        Form.Reference1 or Form.Reference2 or Form.Reference4 or Form.Reference8 or Form.ReferenceUnsigned =>
            value < (ulong)(unit.End - unit.Offset) ? unit.Offset + (long)value : -1,
        Form.ReferenceAddress => value <= long.MaxValue ? (long)value : -1,
        _ => -1,
    };
}
