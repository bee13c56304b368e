using System.Globalization;
using System.Text;

namespace PerfHunt.Profiling.Demangling;

/// <summary>
/// Rust's first mangling, still the default of its compiler: a C++-like list of path parts of which the last is a hash, with
/// punctuation written as <c>$LT$</c> and the like. Source: the rustc book, "Symbol mangling", and the escapes of rustc's legacy symbol names.
/// </summary>
public static class RustLegacyName
{
    private const int HashDigits = 16;

    // A hash of 64 bits has fewer different digits than this once in a billion; a C++ name may well look like one otherwise.
    private const int LeastDifferentDigits = 5;

    private static readonly (string Escape, string Text)[] Escapes =
    [
        ("$SP$", "@"), ("$BP$", "*"), ("$RF$", "&"), ("$LT$", "<"), ("$GT$", ">"), ("$LP$", "("), ("$RP$", ")"), ("$C$", ","),
    ];

    /// <summary>The readable name without its hash; null when the name is not in this scheme.</summary>
    public static string? TryRead(string symbol)
    {
        var start = symbol.StartsWith("_ZN", StringComparison.Ordinal) ? 3 : symbol.StartsWith("__ZN", StringComparison.Ordinal) ? 4 : -1;
        if (start < 0 || !TryParts(symbol, start, out var parts, out var end) || parts.Count < 2 || !IsHash(parts[^1]))
        {
            return null;
        }

        var name = new StringBuilder(symbol.Length);
        for (var index = 0; index < parts.Count - 1; index++)
        {
            name.Append(index == 0 ? "" : "::");
            AppendPart(name, parts[index]);
        }

        // What stands behind is a compiler's mark of a copy, such as .cold.
        return end == symbol.Length || symbol[end] == '.' ? name.Append(symbol.AsSpan(end)).ToString() : null;
    }

    private static bool TryParts(string symbol, int start, out List<string> parts, out int end)
    {
        parts = [];
        end = start;
        while (end < symbol.Length && symbol[end] != 'E')
        {
            var length = 0;
            var digits = end;
            for (; end < symbol.Length && char.IsAsciiDigit(symbol[end]) && length < symbol.Length; end++)
            {
                length = (length * 10) + (symbol[end] - '0');
            }

            if (end == digits || length == 0 || length > symbol.Length - end)
            {
                return false;
            }

            parts.Add(symbol.Substring(end, length));
            end += length;
        }

        return end++ < symbol.Length;
    }

    private static bool IsHash(ReadOnlySpan<char> part)
    {
        if (part.Length != HashDigits + 1 || part[0] != 'h')
        {
            return false;
        }

        var seen = 0;
        foreach (var digit in part[1..])
        {
            if (!char.IsAsciiHexDigitLower(digit))
            {
                return false;
            }

            seen |= 1 << (digit & 31);
        }

        return int.PopCount(seen) >= LeastDifferentDigits;
    }

    private static void AppendPart(StringBuilder name, ReadOnlySpan<char> part)
    {
        // An underscore keeps the dollar sign from being the first character.
        part = part.StartsWith("_$") ? part[1..] : part;
        while (part.Length > 0)
        {
            var length = part[0] switch
            {
                '.' when part.StartsWith("..") => Append(name, "::", 2),
                '$' => AppendEscape(name, part),
                _ => Append(name, part[..1], 1),
            };
            if (length == 0)
            {
                name.Append(part);
                return;
            }

            part = part[length..];
        }
    }

    private static int AppendEscape(StringBuilder name, ReadOnlySpan<char> part)
    {
        foreach (var (escape, text) in Escapes)
        {
            if (part.StartsWith(escape))
            {
                return Append(name, text, escape.Length);
            }
        }

        var end = part[1..].IndexOf('$') + 1;
        return end > 2 && part[1] == 'u'
            && int.TryParse(part[2..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code) && !Rune.IsControl(new Rune(code))
            ? Append(name, new Rune(code).ToString(), end + 1)
            : 0;
    }

    private static int Append(StringBuilder name, ReadOnlySpan<char> text, int length)
    {
        name.Append(text);
        return length;
    }
}
