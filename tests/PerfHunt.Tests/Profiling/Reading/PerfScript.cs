using System.Globalization;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Demangling;

namespace PerfHunt.Tests.Profiling.Reading;

/// <summary>Children shares from the samples as <c>perf script</c> prints them: not rounded, as the table of <c>perf report</c> is for each thread.</summary>
internal static class PerfScript
{
    /// <summary>Percent by function and module, each sample counted once.</summary>
    public static Dictionary<(string Symbol, string Module), double> Children(string file, Func<string, string> nameOf)
    {
        var sums = new Dictionary<(string, string), ulong>();
        var seen = new HashSet<(string, string)>();
        ulong total = 0;
        ulong period = 0;
        foreach (var line in RealTool.Run("perf", ["script", "--no-inline", "--no-demangle", "-F", "period,ip,sym,dso", "-i", file]).Split('\n'))
        {
            if (line.StartsWith('\t'))
            {
                var key = Frame(line, nameOf);
                sums[key] = sums.GetValueOrDefault(key) + (seen.Add(key) ? period : 0);
            }
            else if (ulong.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out period))
            {
                total += period;
                seen.Clear();
            }
        }

        return sums.ToDictionary(pair => pair.Key, pair => 100.0 * pair.Value / total);
    }

    // `	    address symbol (module)`
    private static (string Symbol, string Module) Frame(string line, Func<string, string> nameOf)
    {
        var text = line.Trim();
        var moduleAt = text.LastIndexOf(" (", StringComparison.Ordinal);
        var module = text[(moduleAt + 2)..^1];
        var symbol = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..moduleAt];
        return module.StartsWith("[kernel", StringComparison.Ordinal) || module.StartsWith("[guest", StringComparison.Ordinal)
            ? (SymbolShare.KernelSymbol, SymbolShare.KernelSymbol)
            : (nameOf(Demangler.Readable(symbol)), module[(module.LastIndexOf('/') + 1)..]);
    }
}
