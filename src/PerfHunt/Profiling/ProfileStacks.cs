using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling;

/// <summary>The stacks of a profile for those who cannot do without.</summary>
internal static class ProfileStacks
{
    /// <summary>The stacks.</summary>
    /// <exception cref="HuntException">The profile has none: it is not of our own reader.</exception>
    public static CallGraph Of(Profile profile) => profile.Stacks ?? throw Missing(profile);

    /// <summary>The stacks by thread; as one nameless thread where they are not told apart.</summary>
    /// <exception cref="HuntException">The profile has none: it is not of our own reader.</exception>
    public static ImmutableArray<ThreadStacks> ByThread(Profile profile) => profile.ThreadStacks.IsEmpty
        ? [new(new ThreadShare(0, 0, "", profile.Samples, profile.TotalPeriod), Of(profile))]
        : profile.ThreadStacks;

    /// <summary>Says that a profile has no stacks.</summary>
    public static HuntException Missing(Profile profile) =>
        new(ExitCode.Usage, "The profile has no stacks", "Read the recording with our own reader, not through perf report.", profile.Source);
}
