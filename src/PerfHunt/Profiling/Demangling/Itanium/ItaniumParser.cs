using System.Globalization;

namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>Reads a mangled C++ name. This part holds tokens, symbols and special names.</summary>
internal sealed partial class ItaniumParser(string mangled, int start, NameText text)
{
    private readonly List<NamePart> _substitutions = [];
    private List<NamePart> _templateArguments = [];
    private List<LaterArgument> _laterArguments = [];
    private int _position = start;

    private char Current => Peek(0);

    /// <summary>A whole symbol with the compiler's marks of copies behind it.</summary>
    public NamePart ParseSymbol()
    {
        var name = ParseEncoding(isTop: true);
        if (Current == '.')
        {
            name = ParseClones(name);
        }

        if (_position < mangled.Length)
        {
            text.Fail();
        }

        return name;
    }

    private NamePart ParseClones(NamePart name)
    {
        while (Current == '.' && (char.IsAsciiLetter(Peek(1)) || Peek(1) == '_' || char.IsAsciiDigit(Peek(1))))
        {
            var from = _position++;
            if (char.IsAsciiDigit(Current))
            {
                TakeDigits();
            }
            else
            {
                while (char.IsAsciiLetter(Current) || Current == '_')
                {
                    _position++;
                }
            }

            while (Current == '.' && char.IsAsciiDigit(Peek(1)))
            {
                _position++;
                TakeDigits();
            }

            name = new Sequence("", name, $" [clone {mangled[from.._position]}]");
        }

        return name;
    }

    private char Peek(int ahead) => _position + ahead < mangled.Length ? mangled[_position + ahead] : '\0';

    private bool Eat(char wanted)
    {
        var eaten = Current == wanted && _position < mangled.Length;
        _position += eaten ? 1 : 0;
        return eaten;
    }

    private bool Eat(string wanted)
    {
        var eaten = string.CompareOrdinal(mangled, _position, wanted, 0, wanted.Length) == 0;
        _position += eaten ? wanted.Length : 0;
        return eaten;
    }

    private void Expect(char wanted)
    {
        if (!Eat(wanted))
        {
            text.Fail();
        }
    }

    private Word Fail()
    {
        text.Fail();
        return new Word("");
    }

    private string TakeDigits()
    {
        var from = _position;
        while (char.IsAsciiDigit(Current))
        {
            _position++;
        }

        return mangled[from.._position];
    }

    private int TakeNumber()
    {
        if (int.TryParse(TakeDigits(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        text.Fail();
        return 0;
    }

    // A number that says "one less": nothing for the first.
    private int TakeOrdinal()
    {
        var number = Current == '_' ? 0 : Math.Min(TakeNumber(), int.MaxValue - 2) + 1;
        Expect('_');
        return number;
    }

    private NamePart ParseSpecialName()
    {
        if (Eat("TC"))
        {
            var derived = ParseType();
            TakeDigits();
            Expect('_');
            return new Operation("construction vtable for ", [new Bare(ParseType()), new Bare(derived)], "-in-");
        }

        if (Eat("GR"))
        {
            var name = ParseName(null);
            var ordinal = Current == '_' || char.IsAsciiLetterOrDigit(Current) ? TakeSequence() : 0;
            return new Sequence(string.Create(CultureInfo.InvariantCulture, $"reference temporary #{ordinal} for "), name);
        }

        if (Current == 'T' && Peek(1) is 'h' or 'v' or 'c')
        {
            return ParseThunk();
        }

        var code = _position + 2 <= mangled.Length ? mangled.Substring(_position, 2) : "";
        _position += code.Length;
        return code switch
        {
            "TV" => new Sequence("vtable for ", ParseType()),
            "TT" => new Sequence("VTT for ", ParseType()),
            "TI" => new Sequence("typeinfo for ", ParseType()),
            "TS" => new Sequence("typeinfo name for ", ParseType()),
            "TW" => new Sequence("TLS wrapper function for ", ParseName(null)),
            "TH" => new Sequence("TLS init function for ", ParseName(null)),
            "TA" => new Sequence("template parameter object for ", ParseTemplateArgument()),
            "GV" => new Sequence("guard variable for ", ParseName(null)),
            "GA" => new Sequence("hidden alias for ", ParseEncoding(isTop: false)),
            "GT" when Eat('n') => new Sequence("non-transaction clone for ", ParseEncoding(isTop: false)),
            "GT" when Eat('t') => new Sequence("transaction clone for ", ParseEncoding(isTop: false)),
            _ => Fail(),
        };
    }

    private Sequence ParseThunk()
    {
        Expect('T');
        var kind = Eat('c') ? "covariant return thunk to " : Current == 'v' ? "virtual thunk to " : "non-virtual thunk to ";
        ParseCallOffset();
        if (kind[0] == 'c')
        {
            ParseCallOffset();
        }

        return new Sequence(kind, ParseEncoding(isTop: false));
    }

    private void ParseCallOffset()
    {
        var numbers = Eat('v') ? 2 : Eat('h') ? 1 : 0;
        if (numbers == 0)
        {
            text.Fail();
        }

        while (numbers-- > 0)
        {
            Eat('n');
            TakeDigits();
            Expect('_');
        }
    }

    // Base 36 in capitals; nothing is 0.
    private int TakeSequence()
    {
        long number = -1;
        while (char.IsAsciiDigit(Current) || char.IsAsciiLetterUpper(Current))
        {
            number = (Math.Max(number, 0) * 36) + (char.IsAsciiDigit(Current) ? Current - '0' : Current - 'A' + 10);
            _position++;
            if (number > int.MaxValue / 2)
            {
                text.Fail();
                return 0;
            }
        }

        Expect('_');
        return (int)number + 1;
    }
}
