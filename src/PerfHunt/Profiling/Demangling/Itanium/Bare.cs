namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>Something that needs no parentheses whatever it is.</summary>
internal sealed class Bare(NamePart part) : NamePart
{
    public override bool IsMereName => true;

    public override string BaseName => part.BaseName;

    public override void WriteLeft(NameWriter writer) => writer.Write(part);
}
