namespace PerfHunt.Profiling;

/// <summary>One symbol's part of a profile. Functions of one module that share a name are one entry.</summary>
/// <param name="Symbol">The demangled name; <see cref="KernelSymbol"/> for all of the kernel, <see cref="UnknownSymbol"/> for addresses of a module without a symbol.</param>
/// <param name="Module">File name of the binary or library, or a name in brackets such as <c>[kernel]</c> and <c>[vdso]</c>.</param>
/// <param name="SelfPeriod">Sum of the periods of the samples in the symbol itself, in units of the event.</param>
/// <param name="SelfSamples">Number of samples in the symbol itself.</param>
/// <param name="SelfPercent">Share of the profile's period, percent (0-100).</param>
/// <param name="ChildrenPercent">Share of the samples in the symbol or in what it called, percent (0-100), each sample counted once; null without call chains.</param>
public sealed record SymbolShare(
    string Symbol,
    string Module,
    ulong SelfPeriod,
    long SelfSamples,
    double SelfPercent,
    double? ChildrenPercent)
{
    /// <summary>All of the kernel and its modules: what a user program cannot change is one line.</summary>
    public const string KernelSymbol = "[kernel]";

    /// <summary>Addresses in a module for which no symbol is known.</summary>
    public const string UnknownSymbol = "[unknown]";

    // Below every share: profiles have all of them, or none.
    private const double NoShare = -1;

    /// <summary>True for <see cref="UnknownSymbol"/>.</summary>
    public bool IsUnknown => string.Equals(Symbol, UnknownSymbol, StringComparison.Ordinal);

    /// <summary>True for <see cref="KernelSymbol"/>.</summary>
    public bool IsKernel => string.Equals(Symbol, KernelSymbol, StringComparison.Ordinal);

    /// <summary>The order of a profile: by self period, then by children share, then by name, so that ties do not depend on the input's order.</summary>
    public static int HottestFirst(SymbolShare left, SymbolShare right)
    {
        var order = right.SelfPeriod.CompareTo(left.SelfPeriod);
        order = order != 0 ? order : (right.ChildrenPercent ?? NoShare).CompareTo(left.ChildrenPercent ?? NoShare);
        order = order != 0 ? order : string.CompareOrdinal(left.Symbol, right.Symbol);
        return order != 0 ? order : string.CompareOrdinal(left.Module, right.Module);
    }
}
