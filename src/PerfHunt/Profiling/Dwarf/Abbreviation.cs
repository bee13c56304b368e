using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>What entries of one kind look like.</summary>
internal sealed class Abbreviation
{
    private readonly UnitShape _shape;

    // Lengths of what is skipped together; below zero, a form of varying length.
    private readonly int[] _steps;

    public Abbreviation(int tag, bool hasChildren, AttributeShape[] attributes, UnitShape shape)
    {
        _shape = shape;
        (Tag, HasChildren, Attributes) = (tag, hasChildren, attributes);
        var found = new List<int>();
        foreach (var attribute in attributes)
        {
            var bytes = FormReader.FixedBytes(attribute.Form, shape);
            if (bytes >= 0 && found.Count > 0 && found[^1] >= 0)
            {
                found[^1] += bytes;
            }
            else
            {
                found.Add(bytes >= 0 ? bytes : -attribute.Form);
            }
        }

        _steps = [.. found];
        SiblingAt = LeadsOverTypes ? Array.FindIndex(attributes, attribute => attribute.Name == AttributeName.Sibling) : -1;
    }

    /// <summary>DW_TAG_ value.</summary>
    public int Tag { get; }

    /// <summary>Whether entries follow that belong to it.</summary>
    public bool HasChildren { get; }

    /// <summary>The attributes in order.</summary>
    public AttributeShape[] Attributes { get; }

    /// <summary>Which attribute leads over the entries of a type, in which there is no code; -1 for none.</summary>
    public int SiblingAt { get; }

    /// <summary>True for functions and for what was inlined.</summary>
    public bool IsScope => Tag is DwarfTag.Function or DwarfTag.Inlined;

    private bool LeadsOverTypes => HasChildren && Tag is DwarfTag.Array or DwarfTag.Class or DwarfTag.Enumeration or DwarfTag.Structure or DwarfTag.FunctionType or DwarfTag.Union;

    /// <summary>Leaves all attributes of an entry out.</summary>
    public void Skip(ref SpanReader reader)
    {
        foreach (var step in _steps)
        {
            if (step >= 0)
            {
                reader.Skip(step);
            }
            else
            {
                FormReader.Skip(ref reader, -step, _shape);
            }
        }
    }
}
