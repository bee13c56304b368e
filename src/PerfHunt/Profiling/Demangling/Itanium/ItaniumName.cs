namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>
/// C++'s mangling, <c>_Z</c>. Source: the Itanium C++ ABI, section 5.1 "External names (mangling)". Written out as c++filt does
/// with <c>--no-verbose</c>.
/// </summary>
public static class ItaniumName
{
    /// <summary>The readable name, with parameters; null when the name is not in this scheme.</summary>
    public static string? TryRead(string symbol)
    {
        var start = symbol.StartsWith("_Z", StringComparison.Ordinal) ? 2 : symbol.StartsWith("__Z", StringComparison.Ordinal) ? 3 : -1;
        if (start < 0)
        {
            return null;
        }

        var text = new NameText();
        var parser = new ItaniumParser(symbol, start, text);
        var name = parser.ParseSymbol();
        if (text.Failed)
        {
            return null;
        }

        var writer = new NameWriter(text);
        writer.Write(name);
        return text.Failed ? null : text.ToString();
    }
}
