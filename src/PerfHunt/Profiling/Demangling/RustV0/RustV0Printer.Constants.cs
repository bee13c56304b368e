using System.Globalization;
using System.Text;

namespace PerfHunt.Profiling.Demangling.RustV0;

/// <content>Constants in generic arguments.</content>
internal sealed partial class RustV0Printer
{
    private void PrintConstant(bool inValue)
    {
        if (!text.Enter())
        {
            return;
        }

        var start = _scan.Position;
        var tag = _scan.Next();
        switch (tag)
        {
            case 'p':
                text.Append("_");
                break;
            case 'h' or 't' or 'm' or 'y' or 'o' or 'j':
                text.Append(_scan.Number());
                break;
            case 'a' or 's' or 'l' or 'x' or 'n' or 'i':
                text.Append(_scan.Eat('n') ? "-" : "");
                text.Append(_scan.Number());
                break;
            case 'b':
                text.Append(_scan.HexDigits() switch { "0" => "false", "1" => "true", _ => Failed() });
                break;
            case 'c':
                PrintCharacter();
                break;
            case 'B':
                Elsewhere(start, () => PrintConstant(inValue));
                break;
            default:
                PrintComposedConstant(tag, inValue);
                break;
        }

        text.Leave();
    }

    // Outside of an expression, one that is more than a literal stands in braces.
    private void PrintComposedConstant(char tag, bool inValue)
    {
        text.Append(inValue ? "" : "{");
        switch (tag)
        {
            case 'e':
                text.Append("*");
                PrintString();
                break;
            case 'R' when _scan.Eat('e'):
                PrintString();
                break;
            case 'R' or 'Q':
                text.Append(tag == 'R' ? "&" : "&mut ");
                PrintConstant(inValue: true);
                break;
            case 'A':
                text.Append("[");
                PrintList(", ", () => PrintConstant(inValue: true));
                text.Append("]");
                break;
            case 'T':
                text.Append("(");
                text.Append(PrintList(", ", () => PrintConstant(inValue: true)) == 1 ? ",)" : ")");
                break;
            case 'V':
                PrintStructure();
                break;
            default:
                text.Fail();
                break;
        }

        text.Append(inValue ? "" : "}");
    }

    private void PrintStructure()
    {
        PrintPath(inValue: true);
        switch (_scan.Next())
        {
            case 'U':
                break;
            case 'T':
                text.Append("(");
                PrintList(", ", () => PrintConstant(inValue: true));
                text.Append(")");
                break;
            case 'S':
                text.Append(" { ");
                PrintList(", ", PrintField);
                text.Append(" }");
                break;
            default:
                text.Fail();
                break;
        }
    }

    private void PrintField()
    {
        _scan.Disambiguator();
        text.Append($"{_scan.Identifier()}: ");
        PrintConstant(inValue: true);
    }

    private void PrintCharacter()
    {
        if (uint.TryParse(_scan.HexDigits(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
        {
            text.Append($"'{Escaped(new Rune(code), '\'')}'");
        }
        else
        {
            text.Fail();
        }
    }

    private void PrintString()
    {
        var digits = _scan.HexDigits();
        if (digits.Length % 2 != 0)
        {
            text.Fail();
            return;
        }

        var content = new StringBuilder("\"");
        foreach (var rune in Encoding.UTF8.GetString(Convert.FromHexString(digits)).EnumerateRunes())
        {
            content.Append(Escaped(rune, '"'));
        }

        text.Append(content.Append('"').ToString());
    }

    private static string Escaped(Rune rune, char quote) => rune.Value switch
    {
        '\t' => "\\t",
        '\n' => "\\n",
        '\r' => "\\r",
        '\\' => "\\\\",
        0 => "\\0",
        _ when rune.Value == quote => $"\\{quote}",
        _ when Rune.IsControl(rune) => string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"),
        _ => rune.ToString(),
    };

    private string Failed()
    {
        text.Fail();
        return "";
    }
}
