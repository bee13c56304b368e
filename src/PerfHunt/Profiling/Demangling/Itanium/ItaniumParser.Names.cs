using System.Globalization;

namespace PerfHunt.Profiling.Demangling.Itanium;

/// <content>Names of functions and types.</content>
internal sealed partial class ItaniumParser
{
    private static readonly Word Std = new("std");

    /// <summary>What a name says about the function that it is of.</summary>
    private sealed class NameState
    {
        public bool HasNoResult { get; set; }

        public bool EndsWithArguments { get; set; }

        public string Qualifiers { get; set; } = "";
    }

    private NamePart ParseEncoding(bool isTop)
    {
        if (!text.Enter())
        {
            return Fail();
        }

        var outer = (_templateArguments, _laterArguments);
        (_templateArguments, _laterArguments) = ([], []);
        var encoding = Current is 'T' or 'G' && !(Current == 'T' && Peek(1) is '_' or >= '0' and <= '9') ? ParseSpecialName() : ParseFunction(isTop);
        (_templateArguments, _laterArguments) = outer;
        text.Leave();
        return encoding;
    }

    private NamePart ParseFunction(bool isTop)
    {
        var state = new NameState();
        var name = ParseName(state);
        ResolveLater();
        if (IsEndOfEncoding)
        {
            return state.Qualifiers.Length == 0 ? name : new Sequence("", name, state.Qualifiers);
        }

        NamePart? result = null;
        if (state.EndsWithArguments && !state.HasNoResult)
        {
            result = ParseType();
        }

        var parameters = new List<NamePart>();
        if (!Eat('v'))
        {
            while (!text.Failed && !IsEndOfEncoding)
            {
                parameters.Add(ParseType());
            }
        }

        return new Encoding(isTop ? result : null, name, parameters, state.Qualifiers);
    }

    private bool IsEndOfEncoding => _position >= mangled.Length || Current is 'E' or '.' or '_';

    private void ResolveLater()
    {
        foreach (var later in _laterArguments)
        {
            later.Argument = later.Index < _templateArguments.Count ? _templateArguments[later.Index] : Fail();
        }

        _laterArguments = [];
    }

    private NamePart ParseName(NameState? state)
    {
        if (!text.Enter())
        {
            return Fail();
        }

        var name = Current switch
        {
            'N' => ParseNestedName(state),
            'Z' => ParseLocalName(state),
            _ => ParseUnscopedName(state),
        };
        text.Leave();
        return name;
    }

    private NamePart ParseUnscopedName(NameState? state)
    {
        NamePart name;
        if (Current == 'S' && Peek(1) != 't')
        {
            name = ParseSubstitution();
            if (Current != 'I')
            {
                return Fail();
            }
        }
        else
        {
            name = Eat("St") ? ParseUnqualifiedName(state, Std) : ParseUnqualifiedName(state, null);
            if (Current == 'I')
            {
                _substitutions.Add(name);
            }
        }

        return Current == 'I' ? ParseTemplate(name, state) : name;
    }

    private TemplateName ParseTemplate(NamePart name, NameState? state)
    {
        var arguments = ParseTemplateArguments(isOfFunction: state is not null);
        if (state is not null)
        {
            state.EndsWithArguments = true;
        }

        return new TemplateName(name, arguments);
    }

    private NamePart ParseNestedName(NameState? state)
    {
        Expect('N');
        Eat('H');
        var qualifiers = ParseQualifiers() + (Eat('O') ? " &&" : Eat('R') ? " &" : "");
        if (state is not null)
        {
            state.Qualifiers = qualifiers;
        }

        NamePart? name = null;
        while (!text.Failed && !Eat('E'))
        {
            if (state is not null)
            {
                state.EndsWithArguments = false;
            }

            if (Current == 'S' && name is null)
            {
                name = Eat("St") ? Std : ParseSubstitution();
                continue;
            }

            name = ParsePrefix(name, state);
            _substitutions.Add(name);
            Eat('M');
        }

        if (name is null || _substitutions.Count == 0)
        {
            return Fail();
        }

        _substitutions.RemoveAt(_substitutions.Count - 1);
        return name;
    }

    private NamePart ParsePrefix(NamePart? scope, NameState? state)
    {
        switch (Current)
        {
            case 'T' when scope is null:
                return ParseTemplateParameter();
            case 'I' when scope is not null:
                return ParseTemplate(scope, state);
            case 'D' when Peek(1) is 't' or 'T':
                return ParseDecltype();
            default:
                return ParseUnqualifiedName(state, scope);
        }
    }

    private ScopedName ParseLocalName(NameState? state)
    {
        Expect('Z');
        var function = ParseEncoding(isTop: false);
        Expect('E');
        if (Eat('s'))
        {
            SkipDiscriminator();
            return new ScopedName(function, new Word("string literal"));
        }

        if (Eat('d'))
        {
            var number = TakeOrdinal() + 1;
            var scope = new ScopedName(function, new Word(string.Create(CultureInfo.InvariantCulture, $"{{default arg#{number}}}")));
            return new ScopedName(scope, ParseName(state));
        }

        var entity = ParseName(state);
        SkipDiscriminator();
        return new ScopedName(function, entity);
    }

    private void SkipDiscriminator()
    {
        if (Eat("__"))
        {
            TakeDigits();
            Expect('_');
        }
        else if (Current == '_' && char.IsAsciiDigit(Peek(1)))
        {
            _position += 2;
        }
    }

    private NamePart ParseUnqualifiedName(NameState? state, NamePart? scope)
    {
        Eat('L');
        var isFriend = Current == 'F' && scope is not null && Eat('F');
        var name = Current switch
        {
            >= '1' and <= '9' => ParseSourceName(),
            'U' => ParseUnnamedType(),
            'D' when Peek(1) == 'C' => ParseStructuredBinding(),
            'C' or 'D' when scope is not null => ParseConstructorName(scope, state),
            _ => ParseOperatorName(state),
        };
        while (Eat('B'))
        {
            name = new TaggedName(name, TakeIdentifier());
        }

        return scope is null ? name : new ScopedName(scope, isFriend ? new Sequence("[friend]", name) : name);
    }

    private Word ParseSourceName() => new(TakeIdentifier());

    private string TakeIdentifier()
    {
        var length = TakeNumber();
        if (text.Failed || length == 0 || length > mangled.Length - _position)
        {
            text.Fail();
            return "";
        }

        var name = mangled.Substring(_position, length);
        _position += length;

        // GCC names anonymous namespaces _GLOBAL__N_ and a number, with one of three characters in the middle.
        return name.Length >= 10 && name.StartsWith("_GLOBAL_", StringComparison.Ordinal) && name[8] is '_' or '.' or '$' && name[9] == 'N'
            ? "(anonymous namespace)"
            : name;
    }

    private NamePart ParseUnnamedType()
    {
        if (Eat("Ut"))
        {
            var number = TakeOrdinal() + 1;
            return new Label(string.Create(CultureInfo.InvariantCulture, $"{{unnamed type#{number}}}"), "");
        }

        if (!Eat("Ul"))
        {
            return Fail();
        }

        var parameters = new List<NamePart>();
        _closureDepth++;
        if (!Eat('v'))
        {
            while (!text.Failed && Current != 'E')
            {
                parameters.Add(ParseType());
            }
        }

        _closureDepth--;
        Expect('E');
        return new ClosureName(parameters, (TakeOrdinal() + 1).ToString(CultureInfo.InvariantCulture));
    }

    private ListExpression ParseStructuredBinding()
    {
        _position += 2;
        var names = new List<NamePart>();
        while (!text.Failed && !Eat('E'))
        {
            names.Add(ParseSourceName());
        }

        return new ListExpression(null, "[", names, "]");
    }

    private NamePart ParseConstructorName(NamePart scope, NameState? state)
    {
        var isDestructor = Current == 'D';
        _position++;
        var inherits = Eat('I');
        if (Current is < '0' or > '9')
        {
            return Fail();
        }

        _position++;
        if (inherits)
        {
            ParseName(null);
        }

        if (state is not null)
        {
            state.HasNoResult = true;
        }

        return new ConstructorName(scope.BaseName, isDestructor);
    }

    private NamePart ParseOperatorName(NameState? state)
    {
        if (Eat("cv"))
        {
            return ParseConversion(state);
        }

        if (Eat("li"))
        {
            return new Sequence("operator\"\" ", ParseSourceName());
        }

        if (Current == 'v' && char.IsAsciiDigit(Peek(1)))
        {
            _position += 2;
            return new Sequence("operator ", ParseSourceName());
        }

        var code = _position + 2 <= mangled.Length ? mangled.Substring(_position, 2) : "";
        if (OperatorTable.Find(code) is not { } found)
        {
            return Fail();
        }

        _position += 2;
        return new Word(OperatorTable.Declared(found.Text));
    }

    // The type may name template arguments that only come behind the operator.
    private Sequence ParseConversion(NameState? state)
    {
        var outer = _mayReferLater;
        _mayReferLater = _mayReferLater || state is not null;
        var type = ParseType();
        _mayReferLater = outer;
        if (state is not null)
        {
            state.HasNoResult = true;
        }

        return new Sequence("operator ", type);
    }
}
