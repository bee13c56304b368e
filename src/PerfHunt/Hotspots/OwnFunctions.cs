using System.Collections.Immutable;
using PerfHunt.Configuration;

namespace PerfHunt.Hotspots;

/// <summary>Tells which symbols are ours to change.</summary>
/// <param name="parts">The parts of our code; the empty prefix stands for every function of our modules.</param>
/// <param name="modules">File names of the program and of the libraries that are built with it.</param>
public sealed class OwnFunctions(ImmutableArray<OwnCode> parts, ImmutableHashSet<string> modules)
{
    private readonly ImmutableArray<OwnCode> _partsBySpecificity =
        [.. parts.OrderByDescending(part => part.Prefix.Length).ThenBy(part => part.Prefix, StringComparer.Ordinal)];

    /// <summary>The part that a symbol belongs to, or null when it is not ours. The longest matching prefix wins.</summary>
    /// <param name="symbol">A demangled symbol; <c>&lt;a::B as c::D&gt;::e</c> belongs to <c>a::B</c>.</param>
    /// <param name="module">File name of the module that holds it.</param>
    public OwnCode? Find(string symbol, string module)
    {
        var path = symbol.TrimStart('<', '&', '*', '(', '[');
        return _partsBySpecificity.FirstOrDefault(part =>
            part.Prefix.Length == 0 ? modules.Contains(Path.GetFileName(module)) && !IsKernelOrUnknown(symbol) : path.StartsWith(part.Prefix, StringComparison.Ordinal));
    }

    private static bool IsKernelOrUnknown(string symbol) => symbol.StartsWith('[') || symbol.StartsWith("0x", StringComparison.Ordinal);
}
