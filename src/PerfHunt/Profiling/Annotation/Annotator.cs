using System.Collections.Immutable;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Profiling.Annotation;

/// <summary>Divides a function's samples up between its lines, its instructions and what was inlined into it.</summary>
public static class Annotator
{
    // A page of instructions: behind these come single samples.
    private const int ShownInstructions = 40;

    /// <summary>Annotates a function.</summary>
    /// <param name="profile">A profile that was read without inlined functions, so that its symbols are the compiled ones.</param>
    /// <param name="symbol">The function as the profile names it, equal names in several modules taken together; or one that was inlined into others, wherever it was.</param>
    /// <param name="sources">Lines and inlined functions of the modules.</param>
    /// <param name="disassembly">Reads instructions.</param>
    /// <returns>Null when the function has no samples of its own, or lies in no file.</returns>
    public static FunctionAnnotation? Annotate(Profile profile, string symbol, SourceIndexes sources, Disassembly disassembly)
    {
        var compiled = profile.Places.Where(place => place.Symbol == symbol).Select(place => new SourcedPlace(place, Frames(place, sources))).ToList();
        var places = compiled.Count > 0 ? compiled : [.. profile.Places.Select(place => new SourcedPlace(place, Within(Frames(place, sources), symbol))).Where(place => !place.Frames.IsEmpty)];
        if (places.Count == 0)
        {
            return null;
        }

        var within = places.Aggregate(0UL, (sum, place) => sum + place.Period);
        SelfShare Share(ulong period) => SelfShare.Of(period, within, profile.TotalPeriod);
        return new FunctionAnnotation(symbol, Share(within), places.Sum(place => place.Place.SelfSamples))
        {
            OwnLines = Lines(places, place => place.Outermost, Share),
            IsInlined = compiled.Count == 0,
            Declaration = places.Select(place => place.Declaration).FirstOrDefault(one => one is not null),
            InnermostLines = Lines(places, place => place.Innermost, Share),
            Inlined = Inlined(places, Share),
            Instructions = Instructions(places, disassembly, Share),
            WithoutLinePercent = Share(Sum(places.Where(place => place.Innermost is not { File: not null, Line: > 0 }))).OfFunctionPercent,
        };
    }

    /// <summary>What is known of a function of which no instruction is: one that only calls others, or lies in no file.</summary>
    public static FunctionAnnotation WithoutPlaces(Profile profile, string symbol)
    {
        var shares = profile.Symbols.Where(share => share.Symbol == symbol).ToList();
        var (samples, percent) = (shares.Sum(share => share.SelfSamples), shares.Sum(share => share.SelfPercent));
        return new FunctionAnnotation(symbol, new SelfShare(percent, samples > 0 ? 100 : 0), samples) { WithoutLinePercent = samples > 0 ? 100 : 0 };
    }

    /// <summary>The functions that were inlined somewhere where samples were taken, by name.</summary>
    public static ImmutableArray<string> InlinedNames(Profile profile, SourceIndexes sources) =>
        [.. profile.Places.SelectMany(place => Frames(place, sources)).Where(frame => frame.IsInlined).Select(frame => frame.Function).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ImmutableArray<SourceFrame> Frames(SampledPlace place, SourceIndexes sources) => sources.Of(place.Module).FramesAt(place.Address);

    // From the innermost to the outermost call of the function; empty when it is not there.
    private static ImmutableArray<SourceFrame> Within(ImmutableArray<SourceFrame> frames, string function)
    {
        for (var last = frames.Length - 1; last >= 0; last--)
        {
            if (frames[last].Function == function)
            {
                return frames[..(last + 1)];
            }
        }

        return [];
    }

    private static ImmutableArray<HotLine> Lines(List<SourcedPlace> places, Func<SourcedPlace, SourceFrame?> frame, Func<ulong, SelfShare> share) =>
        [.. places.Where(place => frame(place) is { File: not null, Line: > 0 })
            .GroupBy(place => (File: frame(place)!.File!, frame(place)!.Line))
            .Select(group => (group.Key, Function: frame(group.First())!.Function, Period: Sum(group)))
            .OrderByDescending(line => line.Period)
            .ThenBy(line => line.Key.File, StringComparer.Ordinal)
            .ThenBy(line => line.Key.Line)
            .Select(line => new HotLine(line.Function, line.Key.File, line.Key.Line, share(line.Period)))];

    private static ImmutableArray<InlinedFunction> Inlined(List<SourcedPlace> places, Func<ulong, SelfShare> share) =>
        [.. places.Where(place => place.Frames.Length > 1 && place.Innermost is { Function: not null })
            .GroupBy(place => place.Innermost!.Function!, StringComparer.Ordinal)
            .Select(group => (Function: group.Key, Period: Sum(group), Line: Lines([.. group], place => place.Innermost, share).FirstOrDefault()))
            .OrderByDescending(function => function.Period)
            .ThenBy(function => function.Function, StringComparer.Ordinal)
            .Select(function => new InlinedFunction(function.Function, function.Line?.File, function.Line?.Line ?? 0, share(function.Period)))];

    private static ImmutableArray<HotInstruction> Instructions(List<SourcedPlace> places, Disassembly disassembly, Func<ulong, SelfShare> share)
    {
        var hottest = places.OrderByDescending(place => place.Period).ThenBy(place => place.Place.Address).Take(ShownInstructions).ToList();
        var texts = hottest.GroupBy(place => place.Place.Module).SelectMany(group => disassembly.At(group.Key, group.Select(place => place.Place.Address)))
            .ToLookup(pair => pair.Address, pair => pair.Text);
        return
        [
            .. hottest.Select(place => new HotInstruction(
                place.Place.Address, texts[place.Place.Address].FirstOrDefault() ?? "", place.Innermost?.File, place.Innermost?.Line ?? 0, share(place.Period))),
        ];
    }

    private static ulong Sum(IEnumerable<SourcedPlace> places) => places.Aggregate(0UL, (sum, place) => sum + place.Period);

    private sealed record SourcedPlace(SampledPlace Place, ImmutableArray<SourceFrame> Frames)
    {
        public ulong Period => Place.SelfPeriod;

        public SourceFrame? Innermost => Frames.IsEmpty ? null : Frames[0];

        public (string File, int Line)? Declaration => Outermost is { File: { } file, DeclarationLine: > 0 and var line } ? (file, line) : null;

        public SourceFrame? Outermost => Frames.IsEmpty ? null : Frames[^1];
    }
}
