namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>A type with qualifiers behind it: <c>char const</c>.</summary>
internal sealed class QualifiedType(NamePart type, string qualifiers) : NamePart
{
    private readonly string _qualifiers = qualifiers;

    public override bool IsArray => type.IsArray;

    public override bool IsFunction => type.IsFunction;

    public override void WriteLeft(NameWriter writer)
    {
        writer.Left(type);

        // A template's argument may be qualified already.
        writer.Write(type.Meant(writer) is QualifiedType inner && inner._qualifiers == _qualifiers ? "" : _qualifiers);
    }

    public override void WriteRight(NameWriter writer) => writer.Right(type);
}

/// <summary>A pointer or a reference. References to references collapse.</summary>
internal sealed class PointerType(NamePart target, string mark) : NamePart
{
    public override void WriteLeft(NameWriter writer)
    {
        var (meant, collapsed) = Collapse(writer);
        writer.Left(meant);
        writer.Write(meant.IsArray ? " (" : meant.IsFunction ? "(" : "");
        writer.Write(collapsed);
    }

    public override void WriteRight(NameWriter writer)
    {
        var (meant, _) = Collapse(writer);
        writer.Write(meant.IsArray || meant.IsFunction ? ")" : "");
        writer.Right(meant);
    }

    // A reference to an lvalue reference is one, whichever kind it is itself.
    private (NamePart Target, string Mark) Collapse(NameWriter writer)
    {
        var meant = target.Meant(writer);
        return mark != "*" && meant is PointerType inner && inner.IsReference
            ? (inner.Collapse(writer).Target, mark == "&" ? mark : inner.Collapse(writer).Mark)
            : (meant, mark);
    }

    private bool IsReference => mark != "*";
}

/// <summary>A pointer to a member of a class.</summary>
internal sealed class MemberPointerType(NamePart owner, NamePart member) : NamePart
{
    public override void WriteLeft(NameWriter writer)
    {
        writer.Left(member);
        writer.Write(member.Meant(writer).IsFunction ? "(" : member.IsArray ? " (" : " ");
        writer.Write(owner);
        writer.Write("::*");
    }

    public override void WriteRight(NameWriter writer)
    {
        writer.Write(member.IsArray || member.IsFunction ? ")" : "");
        writer.Right(member);
    }
}

/// <summary>An array.</summary>
internal sealed class ArrayType(NamePart element, NamePart? length) : NamePart
{
    public override bool IsArray => true;

    public override void WriteLeft(NameWriter writer) => writer.Left(element);

    public override void WriteRight(NameWriter writer)
    {
        writer.Write(writer.Last == ']' ? "[" : " [");
        if (length is not null)
        {
            writer.Write(length);
        }

        writer.Write("]");
        writer.Right(element);
    }
}

/// <summary>A function's type.</summary>
internal sealed class FunctionType(NamePart? result, IReadOnlyList<NamePart> parameters, string qualifiers, NamePart? exceptions) : NamePart
{
    public override bool IsFunction => true;

    public override void WriteLeft(NameWriter writer)
    {
        if (result is not null)
        {
            writer.Left(result);
            writer.Write(" ");
        }
    }

    public override void WriteRight(NameWriter writer)
    {
        writer.Write("(");
        writer.WriteList(parameters);
        writer.Write(")");
        if (result is not null)
        {
            writer.Right(result);
        }

        writer.Write(qualifiers);
        if (exceptions is not null)
        {
            writer.Write(" ");
            writer.Write(exceptions);
        }
    }
}

/// <summary>A function's name with its parameters.</summary>
internal sealed class Encoding(NamePart? result, NamePart name, IReadOnlyList<NamePart> parameters, string qualifiers) : NamePart
{
    public NamePart Name { get; } = name;

    public override bool IsFunction => true;

    public override string BaseName => Name.BaseName;

    public override void WriteLeft(NameWriter writer)
    {
        if (result is not null)
        {
            writer.Left(result);
            writer.Write(result.IsArray || result.IsFunction || writer.Last == '(' ? "" : " ");
        }

        writer.Write(Name);
    }

    public override void WriteRight(NameWriter writer)
    {
        writer.Write("(");
        writer.WriteList(parameters);
        writer.Write(")");
        if (result is not null)
        {
            writer.Right(result);
        }

        writer.Write(qualifiers);
    }
}

/// <summary>A constructor or a destructor.</summary>
internal sealed class ConstructorName(string baseName, bool isDestructor) : NamePart
{
    public override bool IsMereName => true;

    public override string BaseName => baseName;

    public override void WriteLeft(NameWriter writer)
    {
        writer.Write(isDestructor ? "~" : "");
        writer.Write(baseName);
    }
}

/// <summary>A closure's type: <c>{lambda(int)#1}</c>.</summary>
internal sealed class ClosureName(IReadOnlyList<NamePart> parameters, string number) : NamePart
{
    public override bool IsMereName => true;

    public override void WriteLeft(NameWriter writer)
    {
        writer.Write("{lambda(");
        writer.WriteList(parameters);
        writer.Write($")#{number}}}");
    }
}
