namespace PerfHunt.Profiling.Symbols;

/// <summary>Makes one name of the many that a compiler gives to one function.</summary>
public static class SymbolNames
{
    /// <summary>Strips what tells copies of a function apart but not functions: the hash of Rust's legacy mangling (<c>::h</c> and 16 hex digits) and LLVM's suffix of promoted names (<c>.llvm.</c> and digits).</summary>
    /// <param name="name">A demangled name.</param>
    public static string WithoutHash(string name)
    {
        var end = name.EndsWith(')') ? -1 : name.LastIndexOf(".llvm.", StringComparison.Ordinal);
        if (end > 0 && name.AsSpan(end + LlvmMark.Length).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            name = name[..end];
        }

        var hash = name.Length - LegacyHashLength;
        return hash > 0 && IsHash(name.AsSpan(hash)) ? name[..hash] : name;
    }

    private const string LlvmMark = ".llvm.";
    private const string HashMark = "::h";

    // "::h" and 16 hex digits.
    private const int LegacyHashLength = 19;

    private static bool IsHash(ReadOnlySpan<char> end)
    {
        foreach (var digit in end[HashMark.Length..])
        {
            if (!char.IsAsciiHexDigitLower(digit))
            {
                return false;
            }
        }

        return end.StartsWith(HashMark);
    }
}
