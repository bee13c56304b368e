namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>A vector of a machine's vector unit: <c>float __vector(4)</c>.</summary>
internal sealed class VectorType(NamePart element, NamePart length) : NamePart
{
    public override void WriteLeft(NameWriter writer)
    {
        writer.Write(element);
        writer.Write(" __vector(");
        writer.Write(length);
        writer.Write(")");
    }
}
