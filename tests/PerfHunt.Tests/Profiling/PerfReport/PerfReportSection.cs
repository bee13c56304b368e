using System.Globalization;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Tests.Profiling.PerfReport;

/// <summary>The table of one event while it is being read: rows per thread are summed to one entry a symbol and module.</summary>
internal sealed class PerfReportSection(string eventName)
{
    private readonly Dictionary<(string Symbol, string Module), (ulong Period, long Samples, double? Children)> _sums = [];

    public long Samples { get; private set; }

    public PerfReportColumns? Columns { get; set; }

    public void Add(PerfReportRow row)
    {
        var key = Name(row);
        _sums.TryGetValue(key, out var sum);
        var children = row.ChildrenPercent is { } percent ? (sum.Children ?? 0) + percent : sum.Children;
        _sums[key] = (sum.Period + row.Period, sum.Samples + row.Samples, children);
        Samples += row.Samples;
    }

    public Profile ToProfile(string source, long lostSamples)
    {
        var total = _sums.Values.Aggregate(0UL, (period, sum) => period + sum.Period);
        var shares = _sums.Select(pair => ToShare(pair.Key, pair.Value, total)).ToList();
        shares.Sort(SymbolShare.HottestFirst);
        return new Profile(source, eventName, Samples, lostSamples, total, [.. shares]);
    }

    private static (string Symbol, string Module) Name(PerfReportRow row)
    {
        if (row.Level is 'k' or 'g' or 'H')
        {
            return (SymbolShare.KernelSymbol, SymbolShare.KernelSymbol);
        }

        return IsAddress(row.Symbol) ? (SymbolShare.UnknownSymbol, row.Module) : (SymbolNames.WithoutHash(row.Symbol), row.Module);
    }

    // perf prints what it cannot resolve as 0x and 16 digits, in a module, or as 16 bare digits, outside of all modules.
    private static bool IsAddress(string symbol)
    {
        var digits = symbol.StartsWith("0x", StringComparison.Ordinal) ? symbol.AsSpan(2) : symbol;
        return digits.Length == 16 && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
    }

    private static SymbolShare ToShare((string Symbol, string Module) key, (ulong Period, long Samples, double? Children) sum, ulong total)
    {
        var selfPercent = total == 0 ? 0 : 100.0 * sum.Period / total;

        // Kernel frames stand at the leaf end of a chain: a sample has some exactly when it was taken there, while perf's rows count it once a frame.
        var children = key.Symbol == SymbolShare.KernelSymbol && sum.Children is not null ? selfPercent : sum.Children;

        // perf rounds each thread's share to 0.01: the sum of many may miss the self share or pass 100 by that much.
        var bounded = children is { } percent ? Math.Clamp(percent, selfPercent, Math.Max(100, selfPercent)) : (double?)null;
        return new SymbolShare(key.Symbol, key.Module, sum.Period, sum.Samples, selfPercent, bounded);
    }
}
