using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Profiling;

/// <summary>Takes several recordings together as if they were one.</summary>
public static class ProfileMerge
{
    /// <summary>
    /// Merges profiles: samples and periods are added, so a longer recording weighs more. The result does not depend on their order,
    /// apart from the order in which sources and warnings are named.
    /// </summary>
    /// <param name="profiles">At least one, all of our own reader.</param>
    /// <exception cref="HuntException">They count different events, which cannot be added.</exception>
    public static Profile Merge(IReadOnlyList<Profile> profiles)
    {
        if (profiles.Count == 1)
        {
            return profiles[0];
        }

        if (profiles.Select(profile => EventName(profile)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 1 } events)
        {
            throw new HuntException(
                ExitCode.Usage,
                $"The recordings count different events ({string.Join(", ", events)}), which cannot be added",
                "Name recordings of one event.",
                string.Join(", ", profiles.Select(profile => profile.Source)));
        }

        var hasChains = profiles.All(profile => profile.HasCallChains);
        var graph = CallGraph.Merge(profiles.Select(profile => profile.Stacks ?? throw ProfileStacks.Missing(profile)));
        return new Profile(
            string.Join(", ", profiles.Select(profile => profile.Source)),
            profiles[0].Event,
            profiles.Sum(profile => profile.Samples),
            profiles.Sum(profile => profile.LostSamples),
            graph.TotalPeriod,
            graph.Shares(hasChains),
            Common(profiles, profile => profile.MainBuildId))
        {
            MainModule = Common(profiles, profile => profile.MainModule),
            Stacks = graph,
            HasCallChains = hasChains,
            Threads = Threads(profiles),
            ThreadStacks = [.. profiles.SelectMany(profile => profile.ThreadStacks)],
            Modules = [.. profiles.SelectMany(profile => profile.Modules).Distinct()],
            Places = Places(profiles),
            TruncatedStacks = profiles.Sum(profile => profile.TruncatedStacks),
            BrokenStacks = profiles.Sum(profile => profile.BrokenStacks),
            Warnings = [.. profiles.SelectMany(profile => profile.Warnings).Distinct(StringComparer.Ordinal)],
        };
    }

    // cpu-clock:u and cpu-clock count the same thing.
    private static string EventName(Profile profile) => profile.Event.Split(':')[0];

    private static string? Common(IReadOnlyList<Profile> profiles, Func<Profile, string?> value) =>
        profiles.Select(value).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    private static ImmutableArray<SampledPlace> Places(IReadOnlyList<Profile> profiles) =>
        [.. profiles.SelectMany(profile => profile.Places)
            .GroupBy(place => (place.Symbol, place.Module.Path, place.Module.BuildId, place.Address))
            .Select(group => group.First() with
            {
                SelfPeriod = group.Aggregate(0UL, (sum, place) => sum + place.SelfPeriod),
                SelfSamples = group.Sum(place => place.SelfSamples),
            })
            .OrderByDescending(place => place.SelfPeriod)
            .ThenBy(place => place.Module.Path, StringComparer.Ordinal)
            .ThenBy(place => place.Address)];

    // Process and thread numbers are of one recording; names bring the threads of several together.
    private static ImmutableArray<ThreadShare> Threads(IReadOnlyList<Profile> profiles) =>
        [.. profiles.SelectMany(profile => profile.Threads)
            .OrderByDescending(thread => thread.Period)
            .ThenBy(thread => thread.Name, StringComparer.Ordinal)
            .ThenBy(thread => thread.Tid)];
}
