using System.Globalization;

namespace PerfHunt.Profiling.Demangling.RustV0;

/// <summary>Writes the paths of a v0 name while reading them; types and constants are in the other parts.</summary>
internal sealed partial class RustV0Printer(string mangled, NameText text)
{
    private readonly RustV0Scanner _scan = new(mangled, text);
    private ulong _boundLifetimes;

    /// <summary>A whole symbol; the crate that instantiated it is left out.</summary>
    public void PrintSymbol()
    {
        PrintPath(inValue: true);
        if (!_scan.AtEnd && !text.Failed)
        {
            Muted(() => PrintPath(inValue: false));
        }

        if (!_scan.AtEnd)
        {
            text.Fail();
        }
    }

    private void PrintPath(bool inValue)
    {
        if (!text.Enter())
        {
            return;
        }

        var start = _scan.Position;
        switch (_scan.Next())
        {
            case 'C':
                _scan.Disambiguator();
                text.Append(_scan.Identifier());
                break;
            case 'N':
                PrintNested(inValue);
                break;
            case 'M':
                SkipImplementationPath();
                PrintSelf(isTrait: false);
                break;
            case 'X':
                SkipImplementationPath();
                PrintSelf(isTrait: true);
                break;
            case 'Y':
                PrintSelf(isTrait: true);
                break;
            case 'I':
                PrintPath(inValue);
                text.Append(inValue ? "::<" : "<");
                PrintList(", ", PrintGenericArgument);
                text.Append(">");
                break;
            case 'B':
                Elsewhere(start, () => PrintPath(inValue));
                break;
            default:
                text.Fail();
                break;
        }

        text.Leave();
    }

    private void PrintNested(bool inValue)
    {
        var kind = _scan.Next();
        if (!char.IsAsciiLetter(kind))
        {
            text.Fail();
            return;
        }

        PrintPath(inValue);
        var number = _scan.Disambiguator();
        var name = _scan.Identifier();
        if (char.IsAsciiLetterLower(kind))
        {
            text.Append(name.Length > 0 ? $"::{name}" : "");
            return;
        }

        // Upper case is for what has no name of its own: closures and the compiler's shims.
        text.Append(kind switch { 'C' => "::{closure", 'S' => "::{shim", _ => $"::{{{kind}" });
        text.Append(name.Length > 0 ? $":{name}" : "");
        text.Append(string.Create(CultureInfo.InvariantCulture, $"#{number}}}"));
    }

    private void SkipImplementationPath()
    {
        _scan.Disambiguator();
        Muted(() => PrintPath(inValue: false));
    }

    private void PrintSelf(bool isTrait)
    {
        text.Append("<");
        PrintType();
        if (isTrait)
        {
            text.Append(" as ");
            PrintPath(inValue: false);
        }

        text.Append(">");
    }

    private void PrintGenericArgument()
    {
        if (_scan.Eat('L'))
        {
            PrintLifetime(_scan.Base62());
        }
        else if (_scan.Eat('K'))
        {
            PrintConstant(inValue: false);
        }
        else
        {
            PrintType();
        }
    }

    private int PrintList(string separator, Action print)
    {
        var count = 0;
        for (; !text.Failed && !_scan.Eat('E'); count++)
        {
            text.Append(count > 0 ? separator : "");
            print();
        }

        return count;
    }

    private void Muted(Action print)
    {
        text.Mute();
        print();
        text.Unmute();
    }

    // A back reference stands for what was written at an earlier place; muted text need not follow it, which keeps nested ones cheap.
    private void Elsewhere(int start, Action print)
    {
        var target = _scan.BackReference(start);
        if (text.Failed || text.IsMuted)
        {
            return;
        }

        var resume = _scan.Position;
        _scan.Position = target;
        print();
        _scan.Position = resume;
    }
}
