using System.Collections.Immutable;
using PerfHunt.Profiling.AddressSpaces;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.PerfData;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Reading;

/// <summary>Turns what was counted into a profile.</summary>
internal static class ProfileMaker
{
    /// <summary>The profile of one event.</summary>
    public static Profile Make(string source, EventAttribute attribute, EventSamples counts, SymbolRegistry symbols, ProcessHistory history, long lostSamples)
    {
        var hasChains = (attribute.Fields & (SampleFields.CallChain | SampleFields.UserStack)) != 0;
        var graph = new CallGraph(counts.Tree, symbols.Keys);
        var main = history.MainProgram()?.Module;
        return new Profile(source, attribute.Name, counts.Count, lostSamples, counts.Period, graph.Shares(hasChains), main?.BuildId)
        {
            MainModule = main?.Path,
            Stacks = graph,
            HasCallChains = hasChains,
            Threads = Threads(counts, history),
        };
    }

    /// <summary>The instructions that samples of an event were taken at, the hottest first. Those in no file are left out.</summary>
    public static ImmutableArray<SampledPlace> Places(EventSamples counts, SymbolRegistry symbols, FrameResolver frames)
    {
        var uses = new Dictionary<int, ModuleUse>();
        var places = new List<SampledPlace>();
        for (var place = 0; place < frames.Places.Count; place++)
        {
            if (counts.SamplesAt(place) > 0 && frames.Places.ModuleOf(place) is { } module && frames.AddressOf(place) is { } address)
            {
                if (!uses.TryGetValue(module.Id, out var use))
                {
                    uses.Add(module.Id, use = module.Use);
                }

                places.Add(new SampledPlace(symbols.Keys[frames.Places.Symbol(place)].Symbol, use, address, counts.PeriodAt(place), counts.SamplesAt(place)));
            }
        }

        places.Sort((left, right) => left.SelfPeriod != right.SelfPeriod ? right.SelfPeriod.CompareTo(left.SelfPeriod) : left.Address.CompareTo(right.Address));
        return [.. places];
    }

    private static ImmutableArray<ThreadShare> Threads(EventSamples counts, ProcessHistory history)
    {
        var threads = counts.Threads.Select(thread => new ThreadShare(thread.Pid, thread.Tid, history.NameOf(thread.Tid) ?? "", thread.Samples, thread.Period)).ToList();
        threads.Sort((left, right) => left.Period != right.Period ? right.Period.CompareTo(left.Period) : left.Tid.CompareTo(right.Tid));
        return [.. threads];
    }
}
