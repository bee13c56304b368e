using System.Globalization;

namespace PerfHunt.Profiling.Demangling.Itanium;

/// <content>Template arguments and parameters, and substitutions.</content>
internal sealed partial class ItaniumParser
{
    private readonly Dictionary<int, int> _substitutedParameters = [];
    private bool _mayReferLater;
    private int _closureDepth;

    private TemplateArguments ParseTemplateArguments(bool isOfFunction)
    {
        Expect('I');
        if (isOfFunction)
        {
            _templateArguments = [];
        }

        var written = new List<NamePart>();
        while (!text.Failed && !Eat('E'))
        {
            var argument = ParseTemplateArgument();
            written.Add(argument);
            if (isOfFunction)
            {
                _templateArguments.Add(argument is PackArguments pack ? new Pack(pack.Elements) : argument);
            }
        }

        return new TemplateArguments(written);
    }

    private NamePart ParseTemplateArgument()
    {
        if (!text.Enter())
        {
            return Fail();
        }

        var argument = Current switch
        {
            'X' => ParseExpressionArgument(),
            'J' => ParsePackArgument(),
            'L' => ParseLiteral(),
            _ => ParseType(),
        };
        text.Leave();
        return argument;
    }

    private NamePart ParseExpressionArgument()
    {
        Expect('X');
        var expression = ParseExpression();
        Expect('E');
        return expression;
    }

    private PackArguments ParsePackArgument()
    {
        Expect('J');
        var elements = new List<NamePart>();
        while (!text.Failed && !Eat('E'))
        {
            elements.Add(ParseTemplateArgument());
        }

        return new PackArguments(elements);
    }

    private NamePart ParseTemplateParameter()
    {
        Expect('T');
        var level = Eat('L') ? TakeOrdinal() + 1 : 0;
        var index = TakeOrdinal();
        if (level == 0 && index < _templateArguments.Count && !(_closureDepth > 0 && _mayReferLater))
        {
            return _templateArguments[index];
        }

        // In a closure's parameters it is what the source calls auto.
        if (_closureDepth > 0)
        {
            return new Word(string.Create(CultureInfo.InvariantCulture, $"auto:{index + 1}"));
        }

        if (!_mayReferLater)
        {
            return Fail();
        }

        var later = new LaterArgument(index);
        _laterArguments.Add(later);
        return later;
    }

    private NamePart ParseSubstitution()
    {
        Expect('S');
        if (char.IsAsciiLetterLower(Current))
        {
            return ParseStandardName();
        }

        var index = TakeSequence();
        if (_substitutedParameters.TryGetValue(index, out var place) && _templateArguments.Count > 0)
        {
            return ParameterAgain(place);
        }

        return index < _substitutions.Count ? _substitutions[index] : Fail();
    }

    // A substitution stands for the letters T_, which may mean another argument in another function's parameters.
    private NamePart ParameterAgain(int place)
    {
        var resume = _position;
        _position = place;
        var argument = ParseTemplateParameter();
        _position = resume;
        return argument;
    }

    private NamePart ParseStandardName()
    {
        var code = Current;
        _position++;

        // A constructor is called by the whole name of what the abbreviation stands for.
        var isWhole = Current is 'C' or 'D';
        NamePart? name = code switch
        {
            'a' => new Label("std::allocator", "allocator"),
            'b' => new Label("std::basic_string", "basic_string"),
            's' => new Label(isWhole ? "std::basic_string<char, std::char_traits<char>, std::allocator<char> >" : "std::string", "basic_string"),
            'i' => new Label(isWhole ? "std::basic_istream<char, std::char_traits<char> >" : "std::istream", "basic_istream"),
            'o' => new Label(isWhole ? "std::basic_ostream<char, std::char_traits<char> >" : "std::ostream", "basic_ostream"),
            'd' => new Label(isWhole ? "std::basic_iostream<char, std::char_traits<char> >" : "std::iostream", "basic_iostream"),
            _ => null,
        };
        if (name is null)
        {
            return Fail();
        }

        if (Current != 'B')
        {
            return name;
        }

        while (Eat('B'))
        {
            name = new TaggedName(name, TakeIdentifier());
        }

        _substitutions.Add(name);
        return name;
    }
}
