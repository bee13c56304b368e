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

        var start = scan.Position;
        var tag = scan.Next();
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
                scan.Position = start;
                PrintPath(inValue: false);
                break;
        }
    }

    private void PrintReference(string mutability)
    {
        text.Append("&");
        if (scan.Eat('L') && scan.Base62() is > 0 and var lifetime)
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
        text.Append(scan.Eat('U') ? "unsafe " : "");
        if (scan.Eat('K'))
        {
            text.Append($"extern \"{(scan.Eat('C') ? "C" : scan.Identifier().Replace('_', '-'))}\" ");
        }

        text.Append("fn(");
        PrintList(", ", PrintType);
        text.Append(")");
        if (!scan.Eat('u'))
        {
            text.Append(" -> ");
            PrintType();
        }
    }

    private void PrintDynamicTrait()
    {
        var open = PrintOpenPath();
        while (scan.Eat('p'))
        {
            text.Append(open ? ", " : "<");
            open = true;
            text.Append(scan.Identifier());
            text.Append(" = ");
            PrintType();
        }

        text.Append(open ? ">" : "");
    }

    // A trait's associated types are written among its generic arguments, so these are left open.
    private bool PrintOpenPath()
    {
        var open = false;
        var start = scan.Position;
        if (!text.Enter())
        {
            return false;
        }

        if (scan.Eat('B'))
        {
            Elsewhere(start, () => open = PrintOpenPath());
        }
        else if (scan.Eat('I'))
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
        if (!scan.Eat('L'))
        {
            text.Fail();
        }
        else if (scan.Base62() is > 0 and var lifetime)
        {
            text.Append(" + ");
            PrintLifetime(lifetime);
        }
    }

    private void PrintBound(Action print)
    {
        var count = scan.Optional('G');
        if (count > BoundLifetimeCap)
        {
            text.Fail();
            return;
        }

        text.Append(count > 0 ? "for<" : "");
        for (ulong number = 0; number < count; number++)
        {
            text.Append(number > 0 ? ", " : "");
            boundLifetimes++;
            PrintLifetime(1);
        }

        text.Append(count > 0 ? "> " : "");
        print();
        boundLifetimes -= count;
    }

    // Counted from the innermost binder outwards; names go from the outermost inwards.
    private void PrintLifetime(ulong index)
    {
        if (index == 0)
        {
            text.Append("'_");
            return;
        }

        if (index > boundLifetimes)
        {
            text.Fail();
            return;
        }

        var depth = boundLifetimes - index;
        text.Append(depth < LetterCount ? $"'{(char)('a' + depth)}" : string.Create(CultureInfo.InvariantCulture, $"'_{depth}"));
    }
}
