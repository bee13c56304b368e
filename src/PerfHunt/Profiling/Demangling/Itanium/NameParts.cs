namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>Plain text: identifiers and built-in types.</summary>
internal sealed class Word(string text) : NamePart
{
    public override bool IsMereName => true;

    public override string BaseName => text;

    public override void WriteLeft(NameWriter writer) => writer.Write(text);
}

/// <summary>Text for something whose constructors are called otherwise: abbreviations of the standard library, unnamed types.</summary>
internal sealed class Label(string text, string baseName) : NamePart
{
    public override bool IsMereName => true;

    public override string BaseName => baseName;

    public override void WriteLeft(NameWriter writer) => writer.Write(text);
}

/// <summary>Parts one after the other, with text around them.</summary>
internal sealed class Sequence(string before, NamePart part, string after = "") : NamePart
{
    public override bool IsMereName => false;

    public override string BaseName => part.BaseName;

    public override void WriteLeft(NameWriter writer)
    {
        writer.Write(before);
        writer.Write(part);
        writer.Write(after);
    }
}

/// <summary>A name in a scope: <c>scope::name</c>.</summary>
internal sealed class ScopedName(NamePart scope, NamePart name) : NamePart
{
    public override bool IsMereName => true;

    // What has no name of its own is constructed by the name around it.
    public override string BaseName => name.BaseName.Length > 0 ? name.BaseName : scope.BaseName;

    public override void WriteLeft(NameWriter writer)
    {
        writer.Write(scope);
        writer.Write("::");
        writer.Write(name);
    }
}

/// <summary>A name with an ABI tag: <c>name[abi:tag]</c>.</summary>
internal sealed class TaggedName(NamePart name, string tag) : NamePart
{
    public override bool IsMereName => true;

    public override string BaseName => name.BaseName;

    public override void WriteLeft(NameWriter writer)
    {
        writer.Write(name);
        writer.Write($"[abi:{tag}]");
    }
}

/// <summary>A template with its arguments.</summary>
internal sealed class TemplateName(NamePart name, TemplateArguments arguments) : NamePart
{
    public override string BaseName => name.BaseName;

    public override void WriteLeft(NameWriter writer)
    {
        writer.Write(name);
        writer.Write(arguments);
    }
}

/// <summary>Template arguments: <c>&lt;a, b&gt;</c>.</summary>
internal sealed class TemplateArguments(IReadOnlyList<NamePart> arguments) : NamePart
{
    public override void WriteLeft(NameWriter writer)
    {
        // Neither operator<< nor >> may come out of it.
        writer.Write(writer.Last == '<' ? " <" : "<");
        var endsEmpty = writer.WriteList(arguments);

        // c++filt forgets the space behind an empty pack; names that people look up elsewhere should be the same.
        writer.Write(writer.Last == '>' && !endsEmpty ? " >" : ">");
    }
}

/// <summary>A pack of template arguments; in an expansion, the element whose turn it is.</summary>
internal sealed class Pack(IReadOnlyList<NamePart> elements) : NamePart
{
    public IReadOnlyList<NamePart> Elements { get; } = elements;

    public override NamePart Meant(NameWriter writer) => Turn(writer)?.Meant(writer) ?? this;

    public override void WriteLeft(NameWriter writer)
    {
        if (Turn(writer) is { } element)
        {
            writer.Left(element);
        }
    }

    public override void WriteRight(NameWriter writer)
    {
        if (Turn(writer) is { } element)
        {
            writer.Right(element);
        }
    }

    private NamePart? Turn(NameWriter writer)
    {
        if (writer.PackIndex == NameWriter.NoPack)
        {
            (writer.PackIndex, writer.PackLength) = (0, Elements.Count);
        }

        return writer.PackIndex < Elements.Count ? Elements[writer.PackIndex] : null;
    }
}

/// <summary>All elements of a pack as they stand: a pack among template arguments.</summary>
internal sealed class PackArguments(IReadOnlyList<NamePart> elements) : NamePart
{
    public IReadOnlyList<NamePart> Elements { get; } = elements;

    public override void WriteLeft(NameWriter writer) => writer.WriteList(Elements);
}

/// <summary>A pattern written once for each element of the packs in it.</summary>
internal sealed class PackExpansion(NamePart pattern) : NamePart
{
    public override bool IsMereName => pattern.IsMereName;

    public override void WriteLeft(NameWriter writer)
    {
        var outer = (writer.PackIndex, writer.PackLength);
        (writer.PackIndex, writer.PackLength) = (NameWriter.NoPack, NameWriter.NoPack);
        var start = writer.Length;
        writer.Write(pattern);
        if (writer.PackLength == NameWriter.NoPack)
        {
            writer.Write("...");
        }
        else if (writer.PackLength == 0)
        {
            writer.Truncate(start);
        }

        for (writer.PackIndex = 1; writer.PackIndex < writer.PackLength; writer.PackIndex++)
        {
            writer.Write(", ");
            writer.Write(pattern);
        }

        (writer.PackIndex, writer.PackLength) = outer;
    }
}

/// <summary>A template parameter of which the argument comes later in the name.</summary>
internal sealed class LaterArgument(int index) : NamePart
{
    private bool _busy;

    public int Index { get; } = index;

    public NamePart? Argument { get; set; }

    public override bool IsArray => Ask(argument => argument.IsArray);

    public override bool IsFunction => Ask(argument => argument.IsFunction);

    public override void WriteLeft(NameWriter writer) => Ask(argument => { writer.Left(argument); return true; });

    public override void WriteRight(NameWriter writer) => Ask(argument => { writer.Right(argument); return true; });

    // A damaged name may make an argument a part of itself.
    private bool Ask(Func<NamePart, bool> question)
    {
        if (_busy || Argument is null)
        {
            return false;
        }

        _busy = true;
        var answer = question(Argument);
        _busy = false;
        return answer;
    }
}
