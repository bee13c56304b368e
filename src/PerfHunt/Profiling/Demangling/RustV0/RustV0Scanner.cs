using System.Globalization;

namespace PerfHunt.Profiling.Demangling.RustV0;

/// <summary>The tokens of a v0 name. A mistake fails the whole name.</summary>
internal sealed class RustV0Scanner(string mangled, NameText text)
{
    /// <summary>Where the next character is.</summary>
    public int Position { get; set; }

    /// <summary>True at the end.</summary>
    public bool AtEnd => Position >= mangled.Length;

    /// <summary>The next character without taking it; 0 at the end.</summary>
    public char Peek => AtEnd ? '\0' : mangled[Position];

    /// <summary>Takes a character; at the end, fails.</summary>
    public char Next()
    {
        if (AtEnd)
        {
            text.Fail();
            return '\0';
        }

        return mangled[Position++];
    }

    /// <summary>Takes a character if it is the next one.</summary>
    public bool Eat(char wanted)
    {
        var eaten = Peek == wanted && !AtEnd;
        Position += eaten ? 1 : 0;
        return eaten;
    }

    /// <summary>A number in base 62, ended by an underscore, which alone is 0.</summary>
    public ulong Base62()
    {
        ulong value = 0;
        var digits = 0;
        for (var digit = Next(); digit != '_' && !text.Failed; digit = Next(), digits++)
        {
            var amount = digit switch
            {
                >= '0' and <= '9' => digit - '0',
                >= 'a' and <= 'z' => digit - 'a' + 10,
                >= 'A' and <= 'Z' => digit - 'A' + 36,
                _ => -1,
            };
            if (amount < 0 || value > (ulong.MaxValue - 62) / 62)
            {
                text.Fail();
                return 0;
            }

            value = (value * 62) + (ulong)amount;
        }

        return digits == 0 ? 0 : value + 1;
    }

    /// <summary>A number behind a tag: 0 without the tag, else one more than the number.</summary>
    public ulong Optional(char tag) => Eat(tag) ? Base62() + 1 : 0;

    /// <summary>The number that tells things of one name apart.</summary>
    public ulong Disambiguator() => Optional('s');

    /// <summary>Where a back reference leads; it must lead back.</summary>
    public int BackReference(int at)
    {
        var target = Base62();
        if (target >= (ulong)at)
        {
            text.Fail();
            return at;
        }

        return (int)target;
    }

    /// <summary>An identifier, decoded.</summary>
    public string Identifier()
    {
        var isPunycode = Eat('u');
        var length = 0;
        if (!Eat('0'))
        {
            if (!char.IsAsciiDigit(Peek))
            {
                text.Fail();
            }

            while (char.IsAsciiDigit(Peek) && length <= mangled.Length)
            {
                length = (length * 10) + (Next() - '0');
            }
        }

        Eat('_');
        if (text.Failed || length > mangled.Length - Position)
        {
            text.Fail();
            return "";
        }

        var name = mangled.Substring(Position, length);
        Position += length;
        return isPunycode ? Punycode.Decode(name) ?? $"punycode{{{name.Replace('_', '-')}}}" : name;
    }

    /// <summary>Hex digits up to an underscore.</summary>
    public ReadOnlySpan<char> HexDigits()
    {
        var start = Position;
        while (char.IsAsciiHexDigitLower(Peek))
        {
            Position++;
        }

        var digits = mangled.AsSpan(start, Position - start);
        if (!Eat('_'))
        {
            text.Fail();
        }

        return digits;
    }

    /// <summary>A number in hex as people write it: decimal when it fits into 64 bits.</summary>
    public string Number()
    {
        var digits = HexDigits().TrimStart('0');
        return digits.Length > 16
            ? $"0x{digits}"
            : digits.Length == 0 ? "0" : ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }
}
