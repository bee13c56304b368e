namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>Operands with text before, between and behind them.</summary>
internal sealed class Operation(string before, IReadOnlyList<NamePart> operands, string between, string after = "") : NamePart
{
    public override void WriteLeft(NameWriter writer)
    {
        writer.Write(before);
        for (var index = 0; index < operands.Count; index++)
        {
            writer.Write(index > 0 ? between : "");
            writer.WriteOperand(operands[index]);
        }

        writer.Write(after);
    }
}

/// <summary>A list with text before and behind it: calls, initializer lists.</summary>
internal sealed class ListExpression(NamePart? callee, string open, IReadOnlyList<NamePart> elements, string close) : NamePart
{
    public override bool IsMereName => callee is null && open == "{";

    public override void WriteLeft(NameWriter writer)
    {
        if (callee is Encoding function)
        {
            // Parameters of a called function do not belong into a call.
            writer.WriteOperand(function.Name);
        }
        else if (callee is not null)
        {
            writer.WriteOperand(callee);
        }

        writer.Write(open);
        writer.WriteList(elements);
        writer.Write(close);
    }
}

/// <summary>A constant of a type: <c>5u</c>, <c>(E)1</c>.</summary>
internal sealed class Literal(NamePart type, string number, string? suffix) : NamePart
{
    public override void WriteLeft(NameWriter writer)
    {
        if (suffix is not null)
        {
            writer.Write(number + suffix);
            return;
        }

        writer.Write("(");
        writer.Write(type);
        writer.Write(")" + number);
    }
}

/// <summary>A choice between two.</summary>
internal sealed class Conditional(NamePart condition, NamePart yes, NamePart no) : NamePart
{
    public override void WriteLeft(NameWriter writer)
    {
        writer.WriteOperand(condition);
        writer.Write("?");
        writer.WriteOperand(yes);
        writer.Write(" : ");
        writer.WriteOperand(no);
    }
}

/// <summary>A number of elements of a pack.</summary>
internal sealed class PackSize(NamePart pack) : NamePart
{
    public override void WriteLeft(NameWriter writer) =>
        writer.Write((pack as Pack)?.Elements.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "sizeof...");
}
