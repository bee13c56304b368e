using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Reads and skips the values of attributes. Source: DWARF 5, section 7.5.5.</summary>
internal static class FormReader
{
    /// <summary>Length of a form's values; -1 when it varies.</summary>
    public static int FixedBytes(int form, UnitShape shape) => form switch
    {
        Form.FlagPresent or Form.ImplicitConstant => 0,
        Form.Data1 or Form.Flag or Form.Reference1 or Form.TextIndex1 or Form.AddressIndex1 => 1,
        Form.Data2 or Form.Reference2 or Form.TextIndex2 or Form.AddressIndex2 => 2,
        Form.TextIndex3 or Form.AddressIndex3 => 3,
        Form.Data4 or Form.Reference4 or Form.TextIndex4 or Form.AddressIndex4 or Form.ReferenceOther4 => 4,
        Form.Data8 or Form.Reference8 or Form.ReferenceType or Form.ReferenceOther8 => 8,
        Form.Data16 => 16,
        Form.Address => shape.AddressBytes,
        Form.ReferenceAddress => shape.Version <= 2 ? shape.AddressBytes : shape.OffsetBytes,
        Form.Text or Form.LineText or Form.SectionOffset or Form.TextOther or Form.GnuReferenceOther or Form.GnuTextOther => shape.OffsetBytes,
        _ => -1,
    };

    /// <summary>Reads a value: a number, an offset, or for text in place, where it stands. Blocks are skipped and give 0.</summary>
    public static ulong Read(ref SpanReader reader, AttributeShape attribute, UnitShape shape, out int form)
    {
        form = attribute.Form;
        if (form == Form.Indirect)
        {
            form = (int)Math.Min(reader.Uleb(), ushort.MaxValue);
        }

        if (form == Form.ImplicitConstant)
        {
            return unchecked((ulong)attribute.Implicit);
        }

        return FixedBytes(form, shape) is >= 0 and var bytes ? Number(ref reader, form, bytes) : Varying(ref reader, form);
    }

    /// <summary>Leaves a value out.</summary>
    public static void Skip(ref SpanReader reader, int form, UnitShape shape) => Read(ref reader, new AttributeShape(0, form, 0), shape, out _);

    private static ulong Number(ref SpanReader reader, int form, int bytes)
    {
        switch (bytes)
        {
            case 0:
                return form == Form.FlagPresent ? 1UL : 0;
            case 1:
                return reader.U8();
            case 2:
                return reader.U16();
            case 3:
                return reader.U16() | ((ulong)reader.U8() << 16);
            case 4:
                return reader.U32();
            case 8:
                return reader.U64();
            default:
                reader.Skip(bytes);
                return 0;
        }
    }

    private static ulong Varying(ref SpanReader reader, int form)
    {
        switch (form)
        {
            case Form.InlineText:
                var place = (ulong)reader.Position;
                reader.ZeroTerminated();
                return place;
            case Form.SignedData:
                return unchecked((ulong)reader.Sleb());
            case Form.UnsignedData or Form.ReferenceUnsigned or Form.TextIndex or Form.AddressIndex or Form.LocationIndex
                or Form.RangesIndex or Form.GnuAddressIndex or Form.GnuTextIndex:
                return reader.Uleb();
            case Form.Block1:
                reader.Skip(reader.U8());
                return 0;
            case Form.Block2:
                reader.Skip(reader.U16());
                return 0;
            case Form.Block4:
                reader.Skip(reader.U32());
                return 0;
            case Form.Block or Form.Expression:
                reader.Skip((long)Math.Min(reader.Uleb(), int.MaxValue));
                return 0;
            default:
                // Nobody knows how long it is, so all behind it is lost.
                reader.Skip(long.MaxValue);
                return 0;
        }
    }
}
