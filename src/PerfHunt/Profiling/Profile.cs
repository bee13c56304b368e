using System.Collections.Immutable;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Profiling;

/// <summary>Where a program spent its time, by symbol: what a recording says once it is read. Immutable.</summary>
/// <param name="Source">The recording it was read from, for messages.</param>
/// <param name="Event">The event whose period is shared out, as perf names it (<c>cpu-clock</c>, <c>cycles</c>).</param>
/// <param name="Samples">Number of samples, 0 or more; all of them are in <paramref name="Symbols"/>.</param>
/// <param name="LostSamples">Samples that the kernel could not deliver; they are in no share.</param>
/// <param name="TotalPeriod">Sum of the periods of all samples, in units of the event (nanoseconds for cpu-clock).</param>
/// <param name="Symbols">One entry for each symbol of each module, hottest first.</param>
/// <param name="MainBuildId">Build id of the program that was recorded, lower-case hex, or null when unknown.</param>
public sealed record Profile(
    string Source,
    string Event,
    long Samples,
    long LostSamples,
    ulong TotalPeriod,
    ImmutableArray<SymbolShare> Symbols,
    string? MainBuildId = null)
{
    /// <summary>Path of the program that was recorded, or null when unknown.</summary>
    public string? MainModule { get; init; }

    /// <summary>The threads that were sampled, hottest first; empty when the reader does not tell them apart.</summary>
    public ImmutableArray<ThreadShare> Threads { get; init; } = [];

    /// <summary>The stacks of each of these threads, line by line; empty when the reader was not asked for lines.</summary>
    public ImmutableArray<ThreadStacks> ThreadStacks { get; init; } = [];

    /// <summary>The modules that samples or their callers were in.</summary>
    public ImmutableArray<ModuleUse> Modules { get; init; } = [];

    /// <summary>The instructions that samples were taken at, hottest first; empty when the reader does not tell them, and without those in no file.</summary>
    public ImmutableArray<SampledPlace> Places { get; init; } = [];

    /// <summary>All stacks, of one function each when the recording has no call chains; null when the reader does not read them.</summary>
    public CallGraph? Stacks { get; init; }

    /// <summary>True when samples carry their callers.</summary>
    public bool HasCallChains { get; init; }

    /// <summary>Callers and callees; null when the recording has no call chains or the reader does not read them.</summary>
    public CallGraph? CallGraph => HasCallChains ? Stacks : null;

    /// <summary>Samples whose copied stack (<c>dwarf</c>) ended before its root was reached: deep recursion. Their outer callers are unknown.</summary>
    public long TruncatedStacks { get; init; }

    /// <summary>Samples whose copied stack could not be followed to its root for want of rules.</summary>
    public long BrokenStacks { get; init; }

    /// <summary>What was lost, damaged or unknown, in sentences for people.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Samples whose address belongs to no known symbol; they are counted in <see cref="SymbolShare.UnknownSymbol"/> entries.</summary>
    public long UnknownSamples => Symbols.Where(share => share.IsUnknown).Sum(share => share.SelfSamples);

    /// <summary>Says when there are too few samples to rank by; null when there are enough.</summary>
    /// <param name="minimum">The least number of samples that is enough.</param>
    public SampleShortage? Shortage(int minimum) => Samples < minimum ? new SampleShortage(Source, Samples, minimum) : null;
}
