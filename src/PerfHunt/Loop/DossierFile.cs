using System.Collections.Immutable;
using PerfHunt.Hotspots;
using PerfHunt.Investigation;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Gathers the facts of the current hotspot and writes its dossier.</summary>
public static class DossierFile
{
    private const string Name = "dossier.md";
    private const int ShownNeighbours = 12;

    /// <summary>Writes the dossier.</summary>
    /// <returns>Its path.</returns>
    public static string Write(HuntSession session, string folder)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path, Dossier.Render(Facts(session, session.State.CurrentHotspot!)));
        return path;
    }

    private static DossierFacts Facts(HuntSession session, CurrentHotspot hotspot)
    {
        var config = session.Place.Config;
        var part = config.OwnCode.FirstOrDefault(own => own.Crate == hotspot.Crate);
        var candidate = new Candidate(hotspot.Function, hotspot.Crate, part?.Folder ?? ".", hotspot.ByWorkload);
        var neighbours = ProfileStep.Neighbours(session, candidate.HottestWorkload, hotspot.Function);
        return new DossierFacts
        {
            Hotspot = candidate,
            TicketId = hotspot.TicketId!,
            Iteration = session.State.Iteration,
            Minutes = Limits.TimeLeft(session, hotspot).TotalMinutes,
            MaxFiles = config.Patch.MaxFiles,
            Allow = config.Patch.Allow,
            Protect = config.Patch.Protect,
            Callers = Tuples(neighbours?.Callers),
            Callees = Tuples(neighbours?.Callees),
            Reproduce = Reproduce(session, candidate),
            Lessons = session.Stores.Journal.Lessons(),
            EarlierAttempts = [.. hotspot.Attempts.Select(a => $"{a.Title}: {a.Outcome}. {a.Reason}")],
        };
    }

    private static ImmutableArray<(string Function, double Percent)> Tuples(ImmutableArray<CallNeighbour>? neighbours) =>
        [.. (neighbours ?? []).Take(ShownNeighbours).Select(neighbour => (neighbour.Symbol, neighbour.Percent))];

    private static ImmutableArray<string> Reproduce(HuntSession session, Candidate candidate)
    {
        var recording = session.Hunt.ProfileRound.FirstOrDefault(w => w.Workload == candidate.HottestWorkload)?.PerfData ?? "RECORDING";
        return
        [
            Processes.Command.Of("perf", "annotate", "-i", recording, $"--symbol={candidate.Function}", "--stdio").ToString(),
            Processes.Command.Of("perf", "report", "-i", recording, "--no-inline", "--stdio").ToString(),
            .. session.Place.Config.Build.Commands.Select(line => line.ToString()),
            .. session.Place.Config.Gate.Select(line => line.ToString()),
            .. session.Place.Config.Inspect.Select(line => line.ToString()),
        ];
    }
}
