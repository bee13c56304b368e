using System.Collections.Immutable;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Hotspots;

/// <summary>
/// Tells the functions of ours apart that the compiler has put into one. At each instruction, the innermost function of ours is the one
/// whose text makes the cost: what it calls of a library, inlined too, is its doing.
/// </summary>
/// <param name="ours">Which functions are ours.</param>
/// <param name="sources">Tells what was inlined.</param>
/// <param name="isOurSource">Tells from a source's path, as the compiler wrote it, whether it may be ours: where all of a program is, libraries inlined into it are not.</param>
public sealed class InlinedCost(OwnFunctions ours, SourceIndexes sources, Func<string, bool> isOurSource)
{
    // More than half: whoever changes the function has to know that most of it is written elsewhere.
    private const double MostPercent = 50;

    /// <summary>A profile that counts by functions as they were written. Callers and callees are left as they were.</summary>
    public Profile ByWrittenFunction(Profile profile)
    {
        var shares = profile.Symbols.ToDictionary(share => (share.Symbol, share.Module));
        foreach (var place in profile.Places)
        {
            var module = Path.GetFileName(place.Module.Path);
            if (Innermost(place) is { } written && written != place.Symbol && shares.TryGetValue((place.Symbol, module), out var compiled))
            {
                var inner = shares.GetValueOrDefault((written, module)) ?? new SymbolShare(written, module, 0, 0, 0, ChildrenPercent: null);
                shares[(place.Symbol, module)] = Plus(compiled, unchecked(0 - place.SelfPeriod), -place.SelfSamples, profile.TotalPeriod);
                shares[(written, module)] = Plus(inner, place.SelfPeriod, place.SelfSamples, profile.TotalPeriod);
            }
        }

        var sorted = shares.Values.ToList();
        sorted.Sort(SymbolShare.HottestFirst);
        return profile with { Symbols = [.. sorted] };
    }

    /// <summary>The function of ours that was inlined into another one and makes most of its cost.</summary>
    /// <param name="profile">A profile by compiled functions.</param>
    /// <param name="function">The compiled function.</param>
    /// <returns>Its name and its share of the function's own samples, percent; null when no inlined function makes more than half of it.</returns>
    public (string Function, double OfFunctionPercent)? MostOf(Profile profile, string function)
    {
        var places = profile.Places.Where(place => place.Symbol == function).ToList();
        var whole = places.Sum(place => (double)place.SelfPeriod);
        var inner = places
            .GroupBy(place => Innermost(place) ?? function, StringComparer.Ordinal)
            .Select(group => (Function: group.Key, OfFunctionPercent: 100 * group.Sum(place => (double)place.SelfPeriod) / Math.Max(whole, 1)))
            .Where(part => part.Function != function && part.OfFunctionPercent > MostPercent)
            .ToImmutableArray();
        return inner.IsEmpty ? null : inner[0];
    }

    private string? Innermost(SampledPlace place) => sources.Of(place.Module).FramesAt(place.Address)
        .TakeWhile(frame => frame.IsInlined)
        .FirstOrDefault(frame => IsOurs(frame, Path.GetFileName(place.Module.Path)))?.Function;

    private bool IsOurs(SourceFrame frame, string module) =>
        frame.Function is { } function && ours.Find(function, module) is { } part && (part.Prefix.Length > 0 || frame.File is null || isOurSource(frame.File));

    private static SymbolShare Plus(SymbolShare share, ulong period, long samples, ulong total)
    {
        var sum = unchecked(share.SelfPeriod + period);
        return share with { SelfPeriod = sum, SelfSamples = share.SelfSamples + samples, SelfPercent = total == 0 ? 0 : 100.0 * sum / total };
    }
}
