using System.Globalization;

namespace PerfHunt.Profiling.Demangling.RustV0;

/// <content>Types and lifetimes.</content>
internal sealed partial class RustV0Printer
{
    private const int LetterCount = 26;
    private const ulong BoundLifetimeCap = 1024;

    private static string? BasicType(char tag) => tag switch
    {
        'a' => "i8", 'b' => "bool", 'c' => "char", 'd' => "f64", 'e' => "str", 'f' => "f32", 'h' => "u8", 'i' => "isize",
        'j' => "usize", 'l' => "i32", 'm' => "u32", 'n' => "i128", 'o' => "u128", 'p' => "_", 's' => "i16", 't' => "u16",
        'u' => "()", 'v' => "...", 'x' => "i64", 'y' => "u64", 'z' => "!",
        _ => null,
    };

    private void PrintType()
    {
        if (!text.Enter())
        {
            return;
        }

        var start = _scan.Position;
        var tag = _scan.Next();
        if (BasicType(tag) is { } basic)
        {
            text.Append(basic);
        }
        else
        {
            PrintComposedType(tag, start);
        }

        text.Leave();
    }

    private void PrintComposedType(char tag, int start)
    {
        switch (tag)
        {
            case 'R' or 'Q':
                PrintReference(tag == 'Q' ? "mut " : "");
                break;
            case 'P' or 'O':
                text.Append(tag == 'P' ? "*const " : "*mut ");
                PrintType();
                break;
            case 'A' or 'S':
                PrintArray(hasLength: tag == 'A');
                break;
            case 'T':
                text.Append("(");
                text.Append(PrintList(", ", PrintType) == 1 ? ",)" : ")");
                break;
            case 'F':
                PrintBound(PrintFunctionType);
                break;
            case 'D':
                text.Append("dyn ");
                PrintBound(() => PrintList(" + ", PrintDynamicTrait));
                PrintTraitLifetime();
                break;
            case 'B':
                Elsewhere(start, PrintType);
                break;
            default:
                _scan.Position = start;
                PrintPath(inValue: false);
                break;
        }
    }

    private void PrintReference(string mutability)
    {
        text.Append("&");
        if (_scan.Eat('L') && _scan.Base62() is > 0 and var lifetime)
        {
            PrintLifetime(lifetime);
            text.Append(" ");
        }

        text.Append(mutability);
        PrintType();
    }

    private void PrintArray(bool hasLength)
    {
        text.Append("[");
        PrintType();
        if (hasLength)
        {
            text.Append("; ");
            PrintConstant(inValue: true);
        }

        text.Append("]");
    }

    private void PrintFunctionType()
    {
        text.Append(_scan.Eat('U') ? "unsafe " : "");
        if (_scan.Eat('K'))
        {
            text.Append($"extern \"{(_scan.Eat('C') ? "C" : _scan.Identifier().Replace('_', '-'))}\" ");
        }

        text.Append("fn(");
        PrintList(", ", PrintType);
        text.Append(")");
        if (!_scan.Eat('u'))
        {
            text.Append(" -> ");
            PrintType();
        }
    }

    private void PrintDynamicTrait()
    {
        var open = PrintOpenPath();
        while (_scan.Eat('p'))
        {
            text.Append(open ? ", " : "<");
            open = true;
            text.Append(_scan.Identifier());
            text.Append(" = ");
            PrintType();
        }

        text.Append(open ? ">" : "");
    }

    // A trait's associated types are written among its generic arguments, so these are left open.
    private bool PrintOpenPath()
    {
        var open = false;
        var start = _scan.Position;
        if (!text.Enter())
        {
            return false;
        }

        if (_scan.Eat('B'))
        {
            Elsewhere(start, () => open = PrintOpenPath());
        }
        else if (_scan.Eat('I'))
        {
            PrintPath(inValue: false);
            text.Append("<");
            PrintList(", ", PrintGenericArgument);
            open = true;
        }
        else
        {
            PrintPath(inValue: false);
        }

        text.Leave();
        return open;
    }

    private void PrintTraitLifetime()
    {
        if (!_scan.Eat('L'))
        {
            text.Fail();
        }
        else if (_scan.Base62() is > 0 and var lifetime)
        {
            text.Append(" + ");
            PrintLifetime(lifetime);
        }
    }

    private void PrintBound(Action print)
    {
        var count = _scan.Optional('G');
        if (count > BoundLifetimeCap)
        {
            text.Fail();
            return;
        }

        text.Append(count > 0 ? "for<" : "");
        for (ulong number = 0; number < count; number++)
        {
            text.Append(number > 0 ? ", " : "");
            _boundLifetimes++;
            PrintLifetime(1);
        }

        text.Append(count > 0 ? "> " : "");
        print();
        _boundLifetimes -= count;
    }

    // Counted from the innermost binder outwards; names go from the outermost inwards.
    private void PrintLifetime(ulong index)
    {
        if (index == 0)
        {
            text.Append("'_");
            return;
        }

        if (index > _boundLifetimes)
        {
            text.Fail();
            return;
        }

        var depth = _boundLifetimes - index;
        text.Append(depth < LetterCount ? $"'{(char)('a' + depth)}" : string.Create(CultureInfo.InvariantCulture, $"'_{depth}"));
    }
}
