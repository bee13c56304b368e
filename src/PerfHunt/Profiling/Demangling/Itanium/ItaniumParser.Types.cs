namespace PerfHunt.Profiling.Demangling.Itanium;

/// <content>Types.</content>
internal sealed partial class ItaniumParser
{
    private static string? BuiltIn(char code) => code switch
    {
        'v' => "void", 'w' => "wchar_t", 'b' => "bool", 'c' => "char", 'a' => "signed char", 'h' => "unsigned char", 's' => "short",
        't' => "unsigned short", 'i' => "int", 'j' => "unsigned int", 'l' => "long", 'm' => "unsigned long", 'x' => "long long",
        'y' => "unsigned long long", 'n' => "__int128", 'o' => "unsigned __int128", 'f' => "float", 'd' => "double",
        'e' => "long double", 'g' => "__float128", 'z' => "...",
        _ => null,
    };

    private static string? BuiltInD(char code) => code switch
    {
        'a' => "auto", 'c' => "decltype(auto)", 'd' => "decimal64", 'e' => "decimal128", 'f' => "decimal32", 'h' => "half",
        'i' => "char32_t", 'n' => "decltype(nullptr)", 's' => "char16_t", 'u' => "char8_t",
        _ => null,
    };

    private NamePart ParseType()
    {
        if (!text.Enter())
        {
            return Fail();
        }

        var type = ParseTypeAtDepth();
        text.Leave();
        return type;
    }

    private NamePart ParseTypeAtDepth()
    {
        if (BuiltIn(Current) is { } builtIn)
        {
            _position++;
            return new Word(builtIn);
        }

        if (Current == 'D' && BuiltInD(Peek(1)) is { } second)
        {
            _position += 2;
            return new Word(second);
        }

        if (Current == 'S' && Peek(1) != 't')
        {
            return ParseSubstitutedType();
        }

        var parameter = Current == 'T' && Peek(1) is '_' or >= '0' and <= '9' ? _position : -1;
        var type = Current switch
        {
            'r' or 'V' or 'K' => ParseQualifiedType(),
            'U' when Peek(1) is not ('t' or 'l') => ParseVendorQualifiedType(),
            'u' => ParseVendorType(),
            'P' => ParsePointer("*"),
            'R' => ParsePointer("&"),
            'O' => ParsePointer("&&"),
            'C' => ParseSuffixed(" _Complex"),
            'G' => ParseSuffixed(" _Imaginary"),
            'F' => ParseFunctionType(),
            'A' => ParseArrayType(),
            'M' => ParseMemberPointer(),
            'T' when Peek(1) is 's' or 'u' or 'e' => ParseElaboratedType(),
            'T' => ParseParameterType(),
            'D' => ParseTypeD(),
            _ => ParseName(null),
        };
        if (parameter >= 0 && _position > parameter && mangled[_position - 1] == '_')
        {
            _substitutedParameters[_substitutions.Count] = parameter;
        }

        _substitutions.Add(type);
        return type;
    }

    private NamePart ParseSubstitutedType()
    {
        var type = ParseSubstitution();
        if (Current != 'I')
        {
            return type;
        }

        type = ParseTemplate(type, null);
        _substitutions.Add(type);
        return type;
    }

    private NamePart ParseParameterType()
    {
        var parameter = ParseTemplateParameter();

        // Behind the type of a conversion operator come the operator's own arguments.
        if (Current != 'I' || _mayReferLater)
        {
            return parameter;
        }

        _substitutions.Add(parameter);
        return ParseTemplate(parameter, null);
    }

    private string ParseQualifiers()
    {
        var isRestrict = Eat('r');
        var isVolatile = Eat('V');
        var isConst = Eat('K');
        return (isConst ? " const" : "") + (isVolatile ? " volatile" : "") + (isRestrict ? " restrict" : "");
    }

    private NamePart ParseQualifiedType()
    {
        var qualifiers = ParseQualifiers();

        // Qualifiers of a function's type stand behind its parameters, and the type without them is no candidate of substitution.
        return Current == 'F' || (Current == 'D' && Peek(1) is 'o' or 'O' or 'w' or 'x')
            ? ParseFunctionType(qualifiers)
            : new QualifiedType(ParseType(), qualifiers);
    }

    private NamePart ParseVendorQualifiedType()
    {
        Expect('U');
        var qualifier = TakeIdentifier();
        var arguments = Current == 'I' ? ParseTemplateArguments(isOfFunction: false) : null;
        var type = ParseType();
        return arguments is null ? new QualifiedType(type, $" {qualifier}") : new TemplateName(new QualifiedType(type, $" {qualifier}"), arguments);
    }

    private NamePart ParseVendorType()
    {
        Expect('u');
        var name = ParseSourceName();
        return Current == 'I' ? ParseTemplate(name, null) : name;
    }

    private PointerType ParsePointer(string mark)
    {
        _position++;
        return new PointerType(ParseType(), mark);
    }

    private QualifiedType ParseSuffixed(string suffix)
    {
        _position++;
        return new QualifiedType(ParseType(), suffix);
    }

    private NamePart ParseElaboratedType()
    {
        _position += 2;
        return ParseName(null);
    }

    private FunctionType ParseFunctionType(string qualifiers = "")
    {
        NamePart? exceptions = null;
        if (Eat("Do"))
        {
            exceptions = new Word("noexcept");
        }
        else if (Eat("DO"))
        {
            exceptions = new Sequence("noexcept(", ParseExpression(), ")");
            Expect('E');
        }
        else if (Eat("Dw"))
        {
            exceptions = new ListExpression(null, "throw(", ParseTypesToEnd(), ")");
        }

        var isTransactionSafe = Eat("Dx");
        Expect('F');
        Eat('Y');
        var result = ParseType();
        var parameters = new List<NamePart>();
        var reference = "";
        while (!text.Failed && !Eat('E'))
        {
            if (Eat("RE") || Eat("OE"))
            {
                reference = mangled[_position - 2] == 'R' ? " &" : " &&";
                break;
            }

            parameters.Add(ParseType());
        }

        // A single void says that there are none.
        var none = parameters is [Word { BaseName: "void" }];
        return new FunctionType(result, none ? [] : parameters, qualifiers + reference + (isTransactionSafe ? " transaction_safe" : ""), exceptions);
    }

    private List<NamePart> ParseTypesToEnd()
    {
        var types = new List<NamePart>();
        while (!text.Failed && !Eat('E'))
        {
            types.Add(ParseType());
        }

        return types;
    }

    private ArrayType ParseArrayType()
    {
        Expect('A');
        NamePart? length = char.IsAsciiDigit(Current) ? new Word(TakeDigits()) : Current == '_' ? null : ParseExpression();
        Expect('_');
        return new ArrayType(ParseType(), length);
    }

    private MemberPointerType ParseMemberPointer()
    {
        Expect('M');
        var owner = ParseType();
        return new MemberPointerType(owner, ParseType());
    }

    private NamePart ParseTypeD()
    {
        switch (Peek(1))
        {
            case 'p':
                _position += 2;
                return new PackExpansion(ParseType());
            case 't' or 'T':
                return ParseDecltype();
            case 'v':
                return ParseVectorType();
            case 'o' or 'O' or 'w' or 'x':
                return ParseFunctionType();
            case 'F':
                _position += 2;
                return ParseFloat();
            case 'k':
                _position += 2;
                return new Sequence("", ParseName(null), " auto");
            case 'B' or 'U':
                return ParseBitInt();
            default:
                return Fail();
        }
    }

    private Word ParseFloat()
    {
        var bits = TakeDigits();
        if (Eat('b'))
        {
            return new Word("std::bfloat16_t");
        }

        var isExtended = Eat('x');
        if (!isExtended)
        {
            Expect('_');
        }

        return new Word($"_Float{bits}{(isExtended ? "x" : "")}");
    }

    private Sequence ParseBitInt()
    {
        var sign = Peek(1) == 'U' ? "unsigned " : "";
        _position += 2;
        var bits = char.IsAsciiDigit(Current) ? new Word(TakeDigits()) : ParseExpression();
        Expect('_');
        return new Sequence($"{sign}_BitInt(", bits, ")");
    }

    private VectorType ParseVectorType()
    {
        _position += 2;
        NamePart length = char.IsAsciiDigit(Current) ? new Word(TakeDigits()) : Eat('_') ? ParseExpression() : new Word("");
        Expect('_');
        var element = ParseType();
        return new VectorType(element, length);
    }

    private Sequence ParseDecltype()
    {
        _position += 2;
        var expression = ParseExpression();
        Expect('E');
        return new Sequence("decltype (", expression, ")");
    }
}
