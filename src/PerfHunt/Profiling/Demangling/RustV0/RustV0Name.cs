namespace PerfHunt.Profiling.Demangling.RustV0;

/// <summary>
/// Rust's second mangling, <c>_R</c>, which keeps generic arguments. Source: Rust RFC 2603 and the rustc book, "v0 Symbol Format".
/// Hashes of crates and types of constants are left out, as people leave them out, and so is a compiler's mark of a part or copy (<c>.cold</c>).
/// </summary>
public static class RustV0Name
{
    /// <summary>The readable name; null when the name is not in this scheme.</summary>
    public static string? TryRead(string symbol)
    {
        var start = symbol.StartsWith("_R", StringComparison.Ordinal) ? 2 : symbol.StartsWith("__R", StringComparison.Ordinal) ? 3 : -1;

        // A path starts with an upper-case letter; a digit would be the version of a later scheme.
        if (start < 0 || start >= symbol.Length || !char.IsAsciiLetterUpper(symbol[start]))
        {
            return null;
        }

        var body = symbol.AsSpan(start);
        var end = body.IndexOfAny('.', '$');
        var mangled = end < 0 ? body : body[..end];
        var text = new NameText();
        new RustV0Printer(mangled.ToString(), text).PrintSymbol();
        return text.Failed ? null : text.ToString();
    }
}
