namespace PerfHunt.Profiling.Lines;

/// <summary>One instruction that samples were taken at. All samples of one event at one address of one module are one place.</summary>
/// <param name="Symbol">The physical function that it belongs to, as in the profile.</param>
/// <param name="Module">Its module.</param>
/// <param name="Address">Its virtual address in the module, as the linker laid it out; the one that <see cref="SourceIndex.FramesAt"/> asks for.</param>
/// <param name="SelfPeriod">Sum of the periods of its samples, in units of the event.</param>
/// <param name="SelfSamples">Number of its samples.</param>
public sealed record SampledPlace(string Symbol, ModuleUse Module, ulong Address, ulong SelfPeriod, long SelfSamples);
