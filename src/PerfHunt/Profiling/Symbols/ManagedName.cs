using System.Text;

namespace PerfHunt.Profiling.Symbols;

/// <summary>
/// A method as .NET's runtime names it in a map file, <c>instance int32 [app] Space.Type::Method(class [lib]Space.Other)[Optimized]</c>
/// (MethodDesc::GetFullMethodInfo in src/coreclr/vm/method.cpp of https://github.com/dotnet/runtime).
/// </summary>
/// <param name="Assembly">File name of the assembly that it is from, such as <c>app.dll</c>.</param>
/// <param name="Method">What a profile calls it: <c>Space.Type::Method(Space.Other)</c>.</param>
internal sealed record ManagedName(string Assembly, string Method)
{
    private const string Extension = ".dll";
    private static readonly string[] Kinds = ["class ", "valuetype "];

    /// <summary>Reads a name of a map file; null when it is none of a managed method. Pure.</summary>
    public static ManagedName? Read(string name)
    {
        // The tier in which it was compiled may be the end.
        var parameters = name.LastIndexOf(')');
        var (assembly, start) = parameters < 0 ? (null, 0) : Owner(name);
        if (assembly is null || start > parameters)
        {
            return null;
        }

        var method = name[start..(parameters + 1)];
        var member = method.IndexOf("::", StringComparison.Ordinal);
        var opening = member < 0 ? -1 : method.IndexOf('(', member);
        return opening < 0 ? null : new ManagedName(assembly + Extension, method[..opening] + Types(method[opening..]));
    }

    // Types of the result come first, with assemblies in brackets of their own, but only the method's has a blank behind it.
    private static (string? Assembly, int Start) Owner(string name)
    {
        for (var end = name.IndexOf("] ", StringComparison.Ordinal); end > 0; end = name.IndexOf("] ", end + 1, StringComparison.Ordinal))
        {
            var opening = name.LastIndexOf('[', end);
            if (opening >= 0 && IsAssembly(name.AsSpan(opening + 1, end - opening - 1)))
            {
                return (name[(opening + 1)..end], end + "] ".Length);
            }
        }

        return (null, 0);
    }

    // Brackets of an array hold nothing, or its bounds.
    private static bool IsAssembly(ReadOnlySpan<char> text) => text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_') && !text.ContainsAny(',', ']');

    // Without what metadata says of a type beside its name.
    private static string Types(string parameters)
    {
        var text = new StringBuilder(parameters);
        foreach (var kind in Kinds)
        {
            text.Replace(kind, "");
        }

        var rest = text.ToString();
        text.Clear();
        for (var at = 0; at < rest.Length; at++)
        {
            var end = rest[at] == '[' ? rest.IndexOf(']', at) : -1;
            if (end > 0 && IsAssembly(rest.AsSpan(at + 1, end - at - 1)))
            {
                at = end;
                continue;
            }

            text.Append(rest[at]);
        }

        return text.ToString();
    }
}
