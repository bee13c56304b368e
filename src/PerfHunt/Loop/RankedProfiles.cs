using PerfHunt.Hotspots;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Loop;

/// <summary>Profiles as the hunt ranks by them: by compiled functions, or by functions as they were written.</summary>
public static class RankedProfiles
{
    /// <summary>What the hunt ranks by.</summary>
    public static RankBy Choice(HuntSession session) => session.Options.RankBy ?? session.Hunt.RankBy;

    /// <summary>One profile.</summary>
    public static Profile Of(HuntSession session, Profile profile)
    {
        using var sources = new SourceIndexes(session.Place.Workspace.SourceIndexes);
        return Of(session.Place, Choice(session), profile, sources);
    }

    /// <summary>The profiles of a round by workload.</summary>
    public static IReadOnlyDictionary<string, Profile> Of(HuntSession session, IReadOnlyDictionary<string, Profile> round) => Of(session.Place, Choice(session), round);

    /// <summary>The same for a hunt that nobody holds.</summary>
    public static IReadOnlyDictionary<string, Profile> Of(HuntPlace place, RankBy choice, IReadOnlyDictionary<string, Profile> round)
    {
        using var sources = new SourceIndexes(place.Workspace.SourceIndexes);
        return round.ToDictionary(pair => pair.Key, pair => Of(place, choice, pair.Value, sources), StringComparer.Ordinal);
    }

    /// <summary>The function of ours that was inlined into a hotspot and makes most of its cost; null when there is none.</summary>
    public static (string Function, double OfFunctionPercent)? InlinedPart(HuntSession session, Candidate hotspot)
    {
        if (Choice(session) == RankBy.Inlined)
        {
            return null;
        }

        using var sources = new SourceIndexes(session.Place.Workspace.SourceIndexes);
        return RoundProfiles.OfWorkload(session, hotspot.HottestWorkload) is { } profile ? Cost(session.Place, sources).MostOf(profile, hotspot.Function) : null;
    }

    /// <summary>Which functions are ours.</summary>
    public static OwnFunctions OwnFunctions(HuntPlace place)
    {
        var binary = place.Config.Build.Binary;
        var libraries = Slots(place).SelectMany(slot => OwnLibraries.Of(Path.Combine(slot, binary), slot));
        return new(place.Config.OwnCode, [.. libraries.Prepend(binary).Select(file => Path.GetFileName(file))]);
    }

    // Compilers write paths of libraries in full, and ours below the folder that was built in, or relative to it.
    private static InlinedCost Cost(HuntPlace place, SourceIndexes sources)
    {
        string[] roots = [place.Workspace.Layout.Mount, .. Slots(place)];
        return new(OwnFunctions(place), sources, file => !Path.IsPathRooted(file) || roots.Any(root => file.StartsWith(root + "/", StringComparison.Ordinal)));
    }

    private static string[] Slots(HuntPlace place) => [place.Workspace.Layout.Slot("a"), place.Workspace.Layout.Slot("b")];

    private static Profile Of(HuntPlace place, RankBy choice, Profile profile, SourceIndexes sources) =>
        choice == RankBy.Physical ? profile : Cost(place, sources).ByWrittenFunction(profile);
}
