using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Reads names and paths, wherever their form says that they stand.</summary>
internal sealed class TextReader(DebugSections sections)
{
    /// <summary>The bytes of a text (UTF-8); empty when it is damaged, or in a shared file that is not there.</summary>
    /// <param name="unit">The unit of the entry.</param>
    /// <param name="piece">What the entry was read from, for texts in place.</param>
    /// <param name="value">The attribute.</param>
    public ReadOnlySpan<byte> Read(DebugUnit unit, ReadOnlySpan<byte> piece, AttributeValue value) => value.Form switch
    {
        Form.InlineText => At(piece, value.Value),
        Form.Text => sections.Text.Text(value.Value),
        Form.LineText => sections.LineText.Text(value.Value),
        Form.TextIndex or Form.TextIndex1 or Form.TextIndex2 or Form.TextIndex3 or Form.TextIndex4 or Form.GnuTextIndex => sections.Text.Text(Indexed(unit, value.Value)),
        Form.TextOther or Form.GnuTextOther => sections.Shared is { } shared ? shared.Text.Text(value.Value) : [],
        _ => [],
    };

    /// <summary>True for texts in a file that several binaries share.</summary>
    public static bool IsElsewhere(int form) => form is Form.TextOther or Form.GnuTextOther;

    private ulong Indexed(DebugUnit unit, ulong index)
    {
        var bytes = unit.Shape.OffsetBytes;
        var reader = new SpanReader(sections.TextOffsets.All);
        reader.Seek((long)Math.Min(unchecked(unit.TextOffsetsBase + (index * (ulong)bytes)), long.MaxValue));
        return bytes == 8 ? reader.U64() : reader.U32();
    }

    private static ReadOnlySpan<byte> At(ReadOnlySpan<byte> bytes, ulong offset)
    {
        if (offset >= (ulong)bytes.Length)
        {
            return [];
        }

        var rest = bytes[(int)offset..];
        var length = rest.IndexOf((byte)0);
        return length < 0 ? rest : rest[..length];
    }
}
