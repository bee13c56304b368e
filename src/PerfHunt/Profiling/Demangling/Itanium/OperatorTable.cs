using System.Collections.Frozen;

namespace PerfHunt.Profiling.Demangling.Itanium;

/// <summary>Operators by their two-letter codes (Itanium C++ ABI, 5.1.3.3), with the number of operands in expressions.</summary>
internal static class OperatorTable
{
    private static readonly FrozenDictionary<string, (string Text, int Operands)> Operators = new Dictionary<string, (string, int)>
    {
        ["aN"] = ("&=", 2), ["aS"] = ("=", 2), ["aa"] = ("&&", 2), ["ad"] = ("&", 1), ["an"] = ("&", 2), ["at"] = ("alignof ", 1),
        ["aw"] = ("co_await ", 1), ["az"] = ("alignof ", 1), ["cl"] = ("()", 2), ["cm"] = (",", 2), ["co"] = ("~", 1),
        ["dV"] = ("/=", 2), ["da"] = ("delete[] ", 1), ["de"] = ("*", 1), ["dl"] = ("delete ", 1), ["ds"] = (".*", 2), ["dv"] = ("/", 2),
        ["eO"] = ("^=", 2), ["eo"] = ("^", 2), ["eq"] = ("==", 2), ["ge"] = (">=", 2), ["gt"] = (">", 2), ["ix"] = ("[]", 2),
        ["lS"] = ("<<=", 2), ["le"] = ("<=", 2), ["ls"] = ("<<", 2), ["lt"] = ("<", 2), ["mI"] = ("-=", 2), ["mL"] = ("*=", 2),
        ["mi"] = ("-", 2), ["ml"] = ("*", 2), ["mm"] = ("--", 1), ["na"] = ("new[]", 0), ["ne"] = ("!=", 2), ["ng"] = ("-", 1),
        ["nt"] = ("!", 1), ["nw"] = ("new", 0), ["nx"] = ("noexcept", 1), ["oR"] = ("|=", 2), ["oo"] = ("||", 2), ["or"] = ("|", 2),
        ["pL"] = ("+=", 2), ["pl"] = ("+", 2), ["pm"] = ("->*", 2), ["pp"] = ("++", 1), ["ps"] = ("+", 1), ["pt"] = ("->", 2),
        ["qu"] = ("?", 3), ["rM"] = ("%=", 2), ["rS"] = (">>=", 2), ["rm"] = ("%", 2), ["rs"] = (">>", 2), ["ss"] = ("<=>", 2),
        ["st"] = ("sizeof ", 1), ["sz"] = ("sizeof ", 1), ["te"] = ("typeid ", 1), ["ti"] = ("typeid ", 1), ["tr"] = ("throw", 0), ["tw"] = ("throw ", 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The operator of a code; null when there is none.</summary>
    public static (string Text, int Operands)? Find(string code) => Operators.TryGetValue(code, out var found) ? found : null;

    /// <summary>As it is declared: <c>operator+</c>, <c>operator new</c>.</summary>
    public static string Declared(string text) => (char.IsAsciiLetter(text[0]) ? "operator " : "operator") + text.TrimEnd();
}
