using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Reading;
using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Gathers what the choice of a hotspot rests on, from state, journal, configuration and the last recordings. Takes no lock.</summary>
public static class Explain
{
    /// <summary>Explains one function.</summary>
    /// <param name="place">Where the hunt takes place, its repository being the root of the work tree.</param>
    /// <param name="symbol">The function, or an unmistakable part of its name.</param>
    /// <param name="cancellation">Ends the reading of recordings.</param>
    /// <exception cref="HuntException">No hunt has begun, or its recordings cannot be read.</exception>
    public static Explanation Function(HuntPlace place, string symbol, CancellationToken cancellation)
    {
        var state = new StateStore(place.StateFile).Load() is { Hunt: not null } found
            ? found
            : throw new HuntException(ExitCode.Precondition, "No hunt has begun here, so nothing was chosen or skipped", "Run --target=Analyze first.", place.Repository);
        var config = place.Config;
        return Explainer.Explain(symbol, new ExplanationFacts(
            state,
            RankedProfiles.Of(place, state.Hunt!.RankBy, Round(state.Hunt, cancellation)),
            RankedProfiles.OwnFunctions(place),
            config.NoiseFunctions.ToHashSet(StringComparer.Ordinal),
            new Journal(place.JournalFile).NoiseFunctions(),
            config.Thresholds.SelfPercent));
    }

    private static Dictionary<string, Profile> Round(HuntRecord hunt, CancellationToken cancellation) =>
        hunt.ProfileRound.Where(workload => workload.Recordings.All(File.Exists)).ToDictionary(
            workload => workload.Workload,
            workload => HuntRecordings.ReadOwn(workload.Recordings, new PerfDataReader(), cancellation),
            StringComparer.Ordinal);
}
