using System.Globalization;

namespace PerfHunt.Profiling.Demangling.Itanium;

/// <content>Expressions, as they occur in the types of templates.</content>
internal sealed partial class ItaniumParser
{
    private NamePart ParseExpression()
    {
        if (!text.Enter())
        {
            return Fail();
        }

        var expression = ParseExpressionAtDepth();
        text.Leave();
        return expression;
    }

    private NamePart ParseExpressionAtDepth()
    {
        switch (Current)
        {
            case 'L':
                return ParseLiteral();
            case 'T':
                return ParseTemplateParameter();
            case >= '0' and <= '9':
                return ParseSimpleId();
            case 'f' when Peek(1) is 'p' || (Peek(1) == 'L' && char.IsAsciiDigit(Peek(2))):
                return ParseFunctionParameter();
            case 'f':
                return ParseFold();
        }

        var code = _position + 2 <= mangled.Length ? mangled.Substring(_position, 2) : "";
        _position += code.Length;
        return code switch
        {
            "gs" => new Sequence("::", ParseExpression()),
            "on" => ParseNamedOperator(),
            "sr" => ParseScopeResolution(),
            "sp" => new PackExpansion(ParseExpression()),
            "sZ" => new PackSize(Current == 'T' ? ParseTemplateParameter() : ParseFunctionParameter()),
            "cv" => ParseCast(),
            "sc" => ParseNamedCast("static_cast"),
            "dc" => ParseNamedCast("dynamic_cast"),
            "cc" => ParseNamedCast("const_cast"),
            "rc" => ParseNamedCast("reinterpret_cast"),
            "cl" => new ListExpression(ParseExpression(), "(", ParseExpressionsToEnd(), ")"),
            "il" => new ListExpression(null, "{", ParseExpressionsToEnd(), "}"),
            "tl" => new ListExpression(new Bare(ParseType()), "{", ParseExpressionsToEnd(), "}"),
            "st" or "at" or "ti" => ParseOfType(code),
            "nx" => new Sequence("noexcept(", ParseExpression(), ")"),
            "dt" or "pt" => ParseMember(code),
            "ix" => ParseIndexed(),
            "qu" => new Conditional(ParseExpression(), ParseExpression(), ParseExpression()),
            "tr" => new Word("throw"),
            "nw" or "na" => ParseNew(code == "na"),
            _ => ParseOperation(code),
        };
    }

    private NamePart ParseOperation(string code)
    {
        if (OperatorTable.Find(code) is not { Operands: > 0 } found)
        {
            return Fail();
        }

        if (found.Operands == 1)
        {
            return ParseUnary(code, found.Text);
        }

        var left = ParseExpression();
        var right = ParseExpression();

        // A greater-than sign must not end the template arguments that it stands in.
        var (open, close) = found.Text == ">" ? ("(", ")") : ("", "");
        return new Operation(open, [left, right], found.Text, close);
    }

    private Operation ParseUnary(string code, string sign)
    {
        // Before its operand an increment says so; behind it, nothing.
        if (code is "pp" or "mm" && !Eat('_'))
        {
            return new Operation("", [ParseExpression()], "", sign);
        }

        var operand = ParseExpression();
        operand = code == "ad" && operand is Encoding { Name: ScopedName name } ? name : operand;
        return new Operation(sign, [operand], "");
    }

    private List<NamePart> ParseExpressionsToEnd()
    {
        var expressions = new List<NamePart>();
        while (!text.Failed && !Eat('E'))
        {
            expressions.Add(ParseExpression());
        }

        return expressions;
    }

    private Sequence ParseOfType(string code) =>
        new Sequence(OperatorTable.Find(code) is { } found ? $"{found.Text}(" : "(", ParseType(), ")");

    private Operation ParseMember(string code)
    {
        var owner = ParseExpression();
        return new Operation("", [owner, ParseExpression()], code == "dt" ? "." : "->");
    }

    private Operation ParseIndexed()
    {
        var array = ParseExpression();
        return new Operation("", [array, new Bare(new Sequence("[", ParseExpression(), "]"))], "");
    }

    private ListExpression ParseNew(bool isArray)
    {
        var placement = new List<NamePart>();
        while (!text.Failed && !Eat('_'))
        {
            placement.Add(ParseExpression());
        }

        var type = ParseType();
        var arguments = Eat("pi") ? ParseExpressionsToEnd() : [];
        if (arguments.Count == 0)
        {
            Eat('E');
        }

        var head = isArray ? "new[] " : "new ";
        NamePart made = new Sequence(head, type);
        return new ListExpression(new Bare(placement.Count > 0 ? new ListExpression(new Bare(made), " (", placement, ")") : made), "(", arguments, ")");
    }

    private NamePart ParseCast()
    {
        var type = ParseType();
        return Eat('_')
            ? new ListExpression(new Bare(new Sequence("(", type, ")")), "(", ParseExpressionsToEnd(), ")")
            : new Operation("", [new Bare(new Sequence("(", type, ")")), ParseExpression()], "");
    }

    private ListExpression ParseNamedCast(string name)
    {
        var type = ParseType();
        return new ListExpression(new Bare(new Sequence($"{name}<", type, ">")), "(", [ParseExpression()], ")");
    }

    private Word ParseFunctionParameter()
    {
        _position++;
        if (Eat('L'))
        {
            TakeDigits();
        }

        Expect('p');
        if (Eat('T'))
        {
            return new Word("this");
        }

        ParseQualifiers();
        var number = TakeOrdinal() + 1;
        return new Word(string.Create(CultureInfo.InvariantCulture, $"{{parm#{number}}}"));
    }

    private NamePart ParseFold()
    {
        var kind = Peek(1);
        _position += 2;
        var code = _position + 2 <= mangled.Length ? mangled.Substring(_position, 2) : "";
        _position += code.Length;
        if (kind is not ('l' or 'r' or 'L' or 'R') || OperatorTable.Find(code) is not { } found)
        {
            return Fail();
        }

        var first = ParseExpression();
        return kind switch
        {
            'l' => new Operation($"(...{found.Text}", [first], "", ")"),
            'r' => new Operation("(", [first], "", $"{found.Text}...)"),
            _ => new Operation("(", [first, ParseExpression()], $"{found.Text}...{found.Text}", ")"),
        };
    }

    private NamePart ParseNamedOperator()
    {
        var name = ParseOperatorName(null);
        return Current == 'I' ? ParseTemplate(name, null) : name;
    }

    private NamePart ParseSimpleId()
    {
        NamePart name = ParseSourceName();
        return Current == 'I' ? ParseTemplate(name, null) : name;
    }

    private NamePart ParseScopeResolution()
    {
        if (!char.IsAsciiDigit(Current))
        {
            return ParseBaseId(ParseType());
        }

        // Clang writes the scopes as plain names and ends them; GCC writes one type and ends nothing.
        var (from, known) = (_position, _substitutions.Count);
        var scope = ParseSimpleId();
        while (!text.Failed && char.IsAsciiDigit(Current))
        {
            scope = new ScopedName(scope, ParseSimpleId());
        }

        if (Current == 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is 'o' or 'd' && Peek(2) == 'n')))
        {
            _position++;
            return ParseBaseId(scope);
        }

        _position = from;
        _substitutions.RemoveRange(known, _substitutions.Count - known);
        return ParseBaseId(ParseType());
    }

    private NamePart ParseBaseId(NamePart scope)
    {
        NamePart name;
        if (Eat("dn"))
        {
            name = new Sequence("~", char.IsAsciiDigit(Current) ? ParseSourceName() : ParseType());
        }
        else
        {
            name = Eat("on") || !char.IsAsciiDigit(Current) ? ParseOperatorName(null) : ParseSourceName();
        }

        var scoped = new ScopedName(scope, name);
        return Current == 'I' ? ParseTemplate(scoped, null) : scoped;
    }

    private NamePart ParseLiteral()
    {
        Expect('L');
        if (Eat("_Z"))
        {
            var function = ParseEncoding(isTop: true);
            Expect('E');
            return function;
        }

        var code = Current;
        var isD = code == 'D';
        var type = ParseType();
        if (code == 'A' && type is ArrayType && Current == 'E')
        {
            Expect('E');
            return new Word("\"...\"");
        }

        if (isD && Current == 'E')
        {
            Expect('E');
            return new Sequence("(", type, ")0");
        }

        var from = _position;
        while (!text.Failed && _position < mangled.Length && Current != 'E')
        {
            _position++;
        }

        var number = mangled[from.._position];
        Expect('E');
        return code == 'b' && number is "0" or "1"
            ? new Word(number == "1" ? "true" : "false")
            : new Literal(type, number.StartsWith('n') ? $"-{number[1..]}" : number, Suffix(code));
    }

    private static string? Suffix(char code) => code switch
    {
        'i' => "", 'j' => "u", 'l' => "l", 'm' => "ul", 'x' => "ll", 'y' => "ull",
        _ => null,
    };
}
