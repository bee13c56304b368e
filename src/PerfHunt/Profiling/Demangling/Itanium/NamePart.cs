namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>A part of a C++ name.</summary>
internal abstract class NamePart
{
    /// <summary>True for arrays, and what refers to one.</summary>
    public virtual bool IsArray => false;

    /// <summary>True for functions.</summary>
    public virtual bool IsFunction => false;

    /// <summary>True for what needs no parentheses in an expression.</summary>
    public virtual bool IsMereName => false;

    /// <summary>The last name in it without arguments: what its constructors are called.</summary>
    public virtual string BaseName => "";

    /// <summary>What it stands for at this place: the element of a pack whose turn it is; itself for all else.</summary>
    public virtual NamePart Meant(NameWriter writer) => this;

    /// <summary>Writes what stands before the declared name.</summary>
    public abstract void WriteLeft(NameWriter writer);

    /// <summary>Writes what stands behind it.</summary>
    public virtual void WriteRight(NameWriter writer)
    {
    }
}
