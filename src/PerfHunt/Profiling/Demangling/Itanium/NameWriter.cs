namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>Writes the parts of a name. A declarator of C++ surrounds its name, so each part has a left and a right side.</summary>
internal sealed class NameWriter(NameText text)
{
    /// <summary>How many elements the pack that is being expanded has; -1 outside, or when none was met.</summary>
    public int PackLength { get; set; } = NoPack;

    /// <summary>Which element of the packs is being written.</summary>
    public int PackIndex { get; set; } = NoPack;

    /// <summary>No pack was met.</summary>
    public const int NoPack = -1;

    /// <summary>Number of characters so far.</summary>
    public int Length => text.Length;

    /// <summary>The last character; 0 when there is none.</summary>
    public char Last => text.Last;

    /// <summary>Takes back what was written from a place on.</summary>
    public void Truncate(int length) => text.Truncate(length);

    /// <summary>Writes text.</summary>
    public void Write(string part) => text.Append(part);

    /// <summary>Writes a part whole.</summary>
    public void Write(NamePart part)
    {
        Left(part);
        Right(part);
    }

    /// <summary>Writes what stands before the declared name.</summary>
    public void Left(NamePart part)
    {
        if (text.Enter())
        {
            part.WriteLeft(this);
        }

        text.Leave();
    }

    /// <summary>Writes what stands behind it.</summary>
    public void Right(NamePart part)
    {
        if (text.Enter())
        {
            part.WriteRight(this);
        }

        text.Leave();
    }

    /// <summary>Writes parts with commas between; empty ones, such as empty packs, leave no comma.</summary>
    /// <returns>True when an empty one was the last.</returns>
    public bool WriteList(IReadOnlyList<NamePart> parts)
    {
        var first = true;
        var endsEmpty = false;
        foreach (var part in parts)
        {
            var before = Length;
            Write(first ? "" : ", ");
            var start = Length;
            Write(part);
            endsEmpty = Length == start && !first;
            if (Length == start)
            {
                Truncate(before);
            }
            else
            {
                first = false;
            }
        }

        return endsEmpty;
    }

    /// <summary>Writes an operand of an expression: in parentheses unless it is a mere name.</summary>
    public void WriteOperand(NamePart part)
    {
        Write(part.IsMereName ? "" : "(");
        Write(part);
        Write(part.IsMereName ? "" : ")");
    }
}
