using PerfHunt.Profiling.Demangling.Itanium;
using PerfHunt.Profiling.Demangling.RustV0;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Demangling;

/// <summary>Makes the names that compilers give to functions readable: Rust's two schemes and C++'s.</summary>
public static class Demangler
{
    private const string PltMark = "@plt";

    /// <summary>The readable name, without what only tells copies of a function apart; a name that is in no known scheme stays as it is.</summary>
    /// <param name="symbol">A name as the linker knows it; a stub's mark <c>@plt</c> is kept.</param>
    public static string Readable(string symbol)
    {
        if (symbol.EndsWith(PltMark, StringComparison.Ordinal))
        {
            return Readable(symbol[..^PltMark.Length]) + PltMark;
        }

        if (!symbol.Contains("_Z", StringComparison.Ordinal) && !symbol.Contains("_R", StringComparison.Ordinal))
        {
            return SymbolNames.WithoutHash(symbol);
        }

        var bare = SymbolNames.WithoutHash(symbol);
        return RustV0Name.TryRead(bare) ?? RustLegacyName.TryRead(bare) ?? ItaniumName.TryRead(bare) ?? bare;
    }
}
